"""The ``event_streams`` operations."""
