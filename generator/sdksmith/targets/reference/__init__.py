"""The reference target: a static site, and the same pages as Markdown."""
