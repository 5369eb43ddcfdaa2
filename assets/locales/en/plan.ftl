# What the council means to do about its gaps.
