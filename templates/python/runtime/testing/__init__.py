"""Sources for the tests that a package may bring with it."""
