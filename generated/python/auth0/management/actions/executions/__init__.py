"""The ``actions.executions`` operations."""
