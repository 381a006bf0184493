"""README, reference and examples of the module."""
