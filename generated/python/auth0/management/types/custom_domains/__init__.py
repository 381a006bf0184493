"""Types of ``custom_domains``."""
