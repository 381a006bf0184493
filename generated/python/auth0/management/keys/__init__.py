"""The ``keys`` operations."""
