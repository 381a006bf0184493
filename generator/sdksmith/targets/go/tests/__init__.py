"""Tests that a library brings: the wire cases, as Go."""
