# Words of the screens.
