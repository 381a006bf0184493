"""Name of the module, names that are reserved in it, and files that are copied into it."""
