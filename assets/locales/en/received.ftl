# A reply that was received, to read.
