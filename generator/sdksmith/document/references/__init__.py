"""Resolution of references, and bundling of many files into one tree.

Imports `syntax` and `specification`.
"""
