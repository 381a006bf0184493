"""Types of ``client_grants``."""
