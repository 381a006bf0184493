"""The blocking half; the same as the asynchronous one, but for the waiting."""
