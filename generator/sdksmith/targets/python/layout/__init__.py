"""Python source as text: lines as Black lays them out, literals, docstrings and Markdown; imports no other room."""
