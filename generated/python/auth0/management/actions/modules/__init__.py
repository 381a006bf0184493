"""The ``actions.modules`` operations."""
