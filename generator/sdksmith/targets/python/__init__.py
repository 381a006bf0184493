"""The Python target: model -> the files of a Python package."""
