"""Public surface of a Python package for ``diff``, and programs that show what a change does to its users."""
