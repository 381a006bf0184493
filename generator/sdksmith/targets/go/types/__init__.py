"""The types of the root package: structs, unions, enums and other names."""
