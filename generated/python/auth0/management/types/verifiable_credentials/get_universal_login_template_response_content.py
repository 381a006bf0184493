from typing import TypeAlias, Union

from .get_universal_login_template import GetUniversalLoginTemplate

GetUniversalLoginTemplateResponseContent: TypeAlias = Union[
    GetUniversalLoginTemplate, str
]
"""The page template, inside an object or as bare text."""
