"""The ``guardian`` operations."""
