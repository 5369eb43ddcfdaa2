# Words of the gaps.
