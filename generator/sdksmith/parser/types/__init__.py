"""Schemas -> types of the model.

Imports what the folder above holds for all rooms, never `calls`.
"""
