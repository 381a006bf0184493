"""``[targets.python.custom]``: code of the user's own that takes a place in the library."""

from __future__ import annotations

from typing import Annotated

import msgspec

from sdksmith.config import described

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_Reference = Annotated[str, msgspec.Meta(pattern=rf"^{_NAME}(\.{_NAME})*:{_NAME}$")]
_REFERENCE = 'a module of the folder and a name in it, as `"module:Name"`'
#: RFC 9110 sections 5.1 and 5.5, without what is not ASCII.
_HeaderName = Annotated[str, msgspec.Meta(pattern=r"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")]
_HeaderValue = Annotated[str, msgspec.Meta(pattern=r"^[!-~]([ -~]*[!-~])?$")]


class CustomOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[targets.python.custom]``."""

    folder: Annotated[
        str | None,
        described(
            "a folder with modules of your own, which the package gets a copy of under the folder's name; one that stands there "
            "already is used in place",
            example="custom",
            kind="a path",
        ),
    ] = None
    clients: Annotated[
        dict[str, _Reference],
        described(
            'a group, as `"group.sub_group"` -> a class that is derived from the generated client and takes its place; '
            '`Async` and its name is that of the asynchronous client, beside it. `""` is the client that users construct; the one of '
            "`client_credentials` goes by the name of its class",
            example={"users": "users:UsersClient"},
            kind=f"a table of groups, each with {_REFERENCE}",
        ),
    ] = {}
    types: Annotated[
        dict[str, _Reference],
        described(
            "a model -> a class that becomes the first of its bases",
            example={"User": "models:UserExtras"},
            kind=f"a table of models, each with {_REFERENCE}",
        ),
    ] = {}
    model_base: Annotated[
        _Reference | None,
        described(
            "a class that becomes a base of every model",
            example="models:Base",
            kind=_REFERENCE,
            default="no such class",
        ),
    ] = None
    exports: Annotated[
        tuple[_Reference, ...],
        described(
            "what the package exports beside its own names",
            example=["helpers:chunked"],
            kind="modules of the folder, each with a name in it",
        ),
    ] = ()
    headers: Annotated[
        dict[_HeaderName, _HeaderValue],
        described(
            "headers that every client sends with each request; those that its user gives win",
            example={"X-Library": "acme-python"},
            kind="a table of headers, each a name and a string of printable ASCII",
        ),
    ] = {}
