"""JSON that fits a type -> a value, read by pydantic in strict mode."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, cast

from .drift import Unknown


@cache
def type_adapter(type_: Any) -> Any:
    """Return the pydantic adapter of a type, made once."""
    from pydantic import ConfigDict, TypeAdapter
    from pydantic.errors import PydanticUserError

    from .noticing import Noticing

    noticing = cast(Any, Annotated)[type_, Noticing()]

    def build() -> Any:
        try:
            return TypeAdapter(noticing, config=ConfigDict(protected_namespaces=()))
        except PydanticUserError:
            # A model brings its own configuration.
            return TypeAdapter(type_)

    try:
        return build()
    except RecursionError:
        from .deep_stack import with_deep_stack

        return with_deep_stack(build)


def validate(type_: Any, data: bytes) -> tuple[Any, bool]:
    """Read JSON that fits a type.

    Returns
    -------
    tuple
        The value; and whether there may be something in it that the document does not
        know, for :func:`.unknown.unknown_values` to find.

    Raises
    ------
    pydantic.ValidationError
        It does not fit, or is no JSON.
    """
    read = getattr(type_, "model_validate_json", None)
    if read is None:
        read = type_adapter(type_).validate_json
    unknown = Unknown()
    absence = Unknown.absence
    # By alias only: an unknown field may have the Python name of a known one.
    value = read(data, strict=True, by_alias=True, by_name=False, context=unknown)
    return value, unknown.seen or Unknown.absence is not absence
