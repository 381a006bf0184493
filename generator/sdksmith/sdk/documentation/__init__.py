"""What documentation of a library says, whatever its language: example calls, notes, references; imports the rest of `sdk`."""
