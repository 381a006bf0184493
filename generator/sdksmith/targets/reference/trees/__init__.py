"""Attribute trees: what is shown of a type, level by level; imports `markup`."""
