"""The ``jobs.users_imports`` operations."""
