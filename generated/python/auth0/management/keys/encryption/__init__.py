"""The ``keys.encryption`` operations."""
