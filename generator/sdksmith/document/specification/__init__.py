"""Grammar of OpenAPI documents, and the checks that validate a document against it.

Imports `syntax`, never `references` or `overlay`.
"""
