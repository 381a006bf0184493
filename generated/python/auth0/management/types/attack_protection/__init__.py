"""Types of ``attack_protection``."""
