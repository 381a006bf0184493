from typing import Optional

from typing_extensions import TypedDict

from ...core.model import Model


class ConnectionCustomScripts(Model):
    """JavaScript with which a database of your own is used."""

    login: Optional[str] = None
    """Script that checks a user name and a password.

    At least 1 character.
    """

    get_user: Optional[str] = None
    """Script that finds a user.

    At least 1 character.
    """

    delete: Optional[str] = None
    """Script that removes a user.

    At least 1 character.
    """

    create: Optional[str] = None
    """Script that stores a user.

    At least 1 character.
    """


class ConnectionCustomScriptsDict(TypedDict, total=False):
    """``ConnectionCustomScripts`` as a plain dict."""

    login: str
    get_user: str
    delete: str
    create: str
