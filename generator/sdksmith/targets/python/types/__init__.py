"""Types of a package: their modules, classes, aliases, plain forms and notes; imports `layout` and `package`."""
