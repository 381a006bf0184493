"""Texts of the document, and source text, as safe HTML and as Markdown; imports no other room."""
