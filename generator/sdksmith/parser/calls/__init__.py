"""Path items and webhooks -> operations: parameters, bodies, responses, groups, paging.

Imports `types`.
"""
