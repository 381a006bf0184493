"""Errors for a request that the API is said to have sent."""

from __future__ import annotations


class WebhookError(Exception):
    """A request that can't be taken; respond with status 400."""


class WebhookVerificationError(WebhookError):
    """It does not come from the API, was changed on its way, or is too old."""


class WebhookPayloadError(WebhookError):
    """Its body can't be read."""
