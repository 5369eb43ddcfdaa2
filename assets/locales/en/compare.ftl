# What moved since the last call.
