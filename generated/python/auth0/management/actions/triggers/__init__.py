"""The ``actions.triggers`` operations."""
