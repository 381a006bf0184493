from typing import Any, Dict, TypeAlias

GetJobUserError: TypeAlias = Dict[str, Any]
"""The user as the file had it."""
