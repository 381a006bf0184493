"""Clients of a package: groups, the root, credentials, servers and webhooks; imports `methods` and what is below it."""
