"""What the module is called, which names are taken in it, and what is copied into it."""
