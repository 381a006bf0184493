from typing import TypeAlias, Union

from .enums import LogDateObject

LogDate: TypeAlias = Union[str, LogDateObject]
"""Time of a log entry, as text or as an object."""
