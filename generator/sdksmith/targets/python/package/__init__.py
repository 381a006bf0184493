"""Naming profile, reserved words and runtime sources of a package; imports `layout`."""
