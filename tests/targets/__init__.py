"""A target of the tests, and what every target is held to."""
