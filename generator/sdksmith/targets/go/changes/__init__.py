"""What users of a Go module name, so that states of it can be compared."""
