# What went wrong, as any layer tells it.

# The words of the machine itself, or of a library.
in-other-words = { $text }
