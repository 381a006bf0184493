"""The Go target: a module with a client, plain structs and a small runtime."""
