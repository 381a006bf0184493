"""Wire cases: what each call sends and receives, as data; imports the rest of `sdk` but `documentation`."""
