"""README and reference of a package; imports `client` and what is below it."""
