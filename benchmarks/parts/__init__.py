"""What is measured: one part to a module, each a function from a :class:`.bench.Bench` to a :class:`.results.Section`."""
