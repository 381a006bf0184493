"""Where references lead, and many files made one tree.

Imports `syntax` and `specification`.
"""
