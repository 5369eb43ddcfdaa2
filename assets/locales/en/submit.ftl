# What a check finds, and what leaves with a reply.
