"""Code of the user's own in a Python library: where the config has it, what it is held against, and where it goes."""
