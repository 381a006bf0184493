"""Methods of a client: signatures, docstrings, bodies and example calls; imports `types` and what is below it."""
