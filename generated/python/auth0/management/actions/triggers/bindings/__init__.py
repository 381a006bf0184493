"""The ``actions.triggers.bindings`` operations."""
