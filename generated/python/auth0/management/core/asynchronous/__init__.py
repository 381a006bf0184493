"""The asynchronous half: what waits for the network."""
