"""Public surface of a Go module, so that states of it can be compared."""
