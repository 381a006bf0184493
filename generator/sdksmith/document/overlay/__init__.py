"""OpenAPI Overlays: changes to a document that somebody else owns, and where each changed node is written.

Imports `syntax` and `specification`.
"""
