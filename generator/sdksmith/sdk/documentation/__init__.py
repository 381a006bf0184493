"""Documentation of a library, whatever its language: example calls, notes, references; imports the rest of `sdk`."""
