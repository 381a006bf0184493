"""The tree of clients, and what can be set for it."""
