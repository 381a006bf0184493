from typing import TypeAlias

from .flow_action_auth_0_send_email import (
    FlowActionAuth0SendEmail,
    FlowActionAuth0SendEmailDict,
)

FlowActionAuth0: TypeAlias = FlowActionAuth0SendEmail
"""A step that works on the tenant itself."""


FlowActionAuth0Dict: TypeAlias = FlowActionAuth0SendEmailDict
"""``FlowActionAuth0`` as plain data."""
