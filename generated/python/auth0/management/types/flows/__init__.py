"""Types of ``flows``."""
