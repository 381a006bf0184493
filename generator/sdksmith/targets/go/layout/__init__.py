"""Layout of Go source: as gofmt would have it, by construction."""
