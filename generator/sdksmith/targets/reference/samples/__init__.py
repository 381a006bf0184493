"""Samples and examples: the calls, cURL, the libraries of the same config, and examples of responses; imports no other room."""
