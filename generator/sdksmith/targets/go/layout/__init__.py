"""How Go is laid out: as gofmt would, by construction."""
