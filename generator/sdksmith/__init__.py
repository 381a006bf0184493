"""sdksmith turns an OpenAPI document into a client library."""

__version__ = "0.1.0"
