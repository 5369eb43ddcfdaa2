# The replies to one call.
