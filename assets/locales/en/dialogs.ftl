# Words of the dialogs.
