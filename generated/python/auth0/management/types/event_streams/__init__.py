"""Types of ``event_streams``."""
