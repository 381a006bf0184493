"""Tests that a package brings with it: every operation is called against a server on loopback.

What a request must look like, and what a response holds, comes from the document by way of the model. Nothing here is shared
with the runtime that is tested (docs/decisions/0008-generated-tests.md).
"""
