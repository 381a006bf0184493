"""What ``diff`` needs of a Python package: its members, and programs that show what a change does to its users."""
