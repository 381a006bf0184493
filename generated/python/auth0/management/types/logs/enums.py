from typing import Any, Dict, TypeAlias

LogDateObject: TypeAlias = Dict[str, Any]
"""Time of a log entry as an object."""


LogDetails: TypeAlias = Dict[str, Any]
"""More facts about a log entry; which ones depends on its type."""
