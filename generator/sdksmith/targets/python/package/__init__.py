"""What a package takes for itself: its naming profile, reserved words, sources of the runtime; imports `layout`."""
