"""What OpenAPI says a document is made of, and the checks that hold one against it.

Imports `syntax`, never `references` or `overlay`.
"""
