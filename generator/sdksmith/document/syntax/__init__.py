"""Bytes -> plain trees: reading within limits, JSON and YAML, and where each node stands in the text.

Imports nothing of the other rooms.
"""
