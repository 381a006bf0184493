from typing import TypeAlias

from .enums import ConnectionHttpsUrlWithHttpFallback

ConnectionHttpsUrlWithHttpFallback255: TypeAlias = ConnectionHttpsUrlWithHttpFallback
"""Address that should use HTTPS, of at most 255 characters."""
