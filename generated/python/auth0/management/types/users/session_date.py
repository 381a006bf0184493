from datetime import datetime
from typing import Any, Dict, TypeAlias, Union

SessionDate: TypeAlias = Union[datetime, Dict[str, Any]]
"""A point in time, as text, as an object, or null when it is not known."""
