"""The ``actions.modules.versions`` operations."""
