"""Notice, while a response is read, that it holds something the document does not know.

Three departures do not stop pydantic from reading a response, because a model made by
hand may have them: a value that an open enum does not list, a field of an object that
the document closes, and the want of a required field that only the server sets. To look
for them in every response would cost time. So the schema of a type notices that there is
one, at no cost when there is none; :mod:`.unknown` then finds the places.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core.core_schema import (
    CoreSchema,
    ValidationInfo,
    any_schema,
    with_info_after_validator_function,
)

from .drift import Unknown

_OPEN_ENUM = ["literal", "any"]

#: In the JSON Schema of a field (validation vocabulary, section 9.4): only the server
#: sets it.
READ_ONLY: dict[str, Any] = {"readOnly": True}


class Noticing:
    """Stands in the annotation of a type that is no model, and has its enums tell."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = handler(source)
        _notice(schema)
        return schema


def notice(schema: Any, model: type[BaseModel], *, closed: bool) -> None:
    """Have a model tell, while it is read, that there is something unknown in it.

    Parameters
    ----------
    schema
        The core schema of the model, which is changed.
    closed
        The document forbids fields that it does not name. They are kept all the same.
    """
    while "fields" not in schema and "schema" in schema:
        schema = schema["schema"]
    for name, field in schema.get("fields", {}).items():
        _notice(field)
        if set_by_server(model.model_fields[name]):
            _notice_absence(field["schema"])
    if closed:
        # Called for each further field, and thus never when there is none.
        schema["extras_schema"] = _noticing(any_schema())


def _notice(schema: Any) -> None:
    kind = schema["type"]
    if kind == "union":
        choices: list[Any] = schema["choices"]
        # A choice may come with a label.
        labelled = any(isinstance(choice, tuple) for choice in choices)
        if not labelled and [choice["type"] for choice in choices] == _OPEN_ENUM:
            schema["choices"] = [choices[0], _noticing(choices[1])]
    for name in ("schema", "items_schema", "values_schema"):
        inner = schema.get(name)
        if isinstance(inner, dict) and "type" in inner:
            _notice(inner)


def _noticing(anything: CoreSchema) -> CoreSchema:
    # Around `any`, so that pydantic still ranks it below the known values.
    return with_info_after_validator_function(_seen, anything)


def _seen(value: Any, info: ValidationInfo) -> Any:
    if isinstance(info.context, Unknown):
        info.context.seen = True
    return value


def _notice_absence(schema: Any) -> None:
    """Have the default of a field, ``None``, tell that it was needed."""
    # A schema that is built already may come again.
    if schema["type"] == "default" and "default" in schema:
        del schema["default"]
        schema["default_factory"] = _absent
        schema["default_factory_takes_data"] = False


def _absent() -> None:
    # A factory is told nothing of the validation that it is called for.
    Unknown.absence = object()


def set_by_server(field: FieldInfo) -> bool:
    """Return whether only the server sets a field (``readOnly``)."""
    return field.json_schema_extra == READ_ONLY
