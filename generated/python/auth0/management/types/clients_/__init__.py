"""Types of ``clients_``."""
