"""Models whose sub-types are told by a field (``discriminator`` without ``oneOf``)."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, cast

from pydantic import ConfigDict, GetCoreSchemaHandler
from pydantic_core.core_schema import (
    CoreSchema,
    SerializerFunctionWrapHandler,
    tagged_union_schema,
    wrap_serializer_function_ser_schema,
)

from .model import Model

_ITSELF = "[]"


class _Keywords(dict[str, Any]):
    """Keywords of a constructor call: it makes that very class, whatever the tag."""


class PolymorphicModel(Model):
    """An object that is read as the sub-type its tag names, else as itself.

    ``class Pet(PolymorphicModel, tag="kind", subtypes={"cat": "Cat"})``: where a ``Pet``
    is expected, ``{"kind": "cat"}`` gives a ``Cat``, which inherits from ``Pet``. Any
    instance is written with all the fields of its own class.
    """

    model_config = ConfigDict(polymorphic_serialization=True)

    __tag__ = ""
    #: Key of the tag -> name of the class among the types of the package: classes that
    #: inherit from this one can't be imported before it.
    __subtypes__ = dict[Any, str]()

    def __init__(self, /, **data: Any) -> None:
        """Make this very class, whatever its tag; fields are given by name."""
        self.__pydantic_validator__.validate_python(_Keywords(data), self_instance=self)

    # Else pydantic would call it for every object that it reads.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined] # pyright: ignore[reportFunctionMemberAccess]

    def __init_subclass__(
        cls,
        *,
        tag: str = "",
        subtypes: Mapping[str | int, str] | None = None,
        **options: Any,
    ) -> None:
        """Take the tag of a class and the sub-types that its values name."""
        super().__init_subclass__(**options)
        cls.__tag__ = tag
        cls.__subtypes__ = {_key(tag): name for tag, name in (subtypes or {}).items()}

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = super().__get_pydantic_core_schema__(source, handler)
        if source is not cls or not cls.__subtypes__:
            return schema
        model: Any = handler.resolve_ref_schema(schema)
        if model["type"] != "tagged-union":
            itself = {key: value for key, value in model.items() if key != "ref"}
            # In brackets, so that no label is taken for a field where errors are placed.
            choices: dict[Any, CoreSchema] = {
                f"[{name}]": handler.generate_schema(_class(name))
                for name in sorted(set(cls.__subtypes__.values()))
            }
            choices[_ITSELF] = cast(CoreSchema, itself)
            # In its place, since the fields of the class may refer to it.
            written = wrap_serializer_function_ser_schema(
                _write, schema=choices[_ITSELF]
            )
            told = tagged_union_schema(
                choices, cls._label, ref=model.get("ref"), serialization=written
            )
            model.clear()
            model.update(told)
        return schema

    @classmethod
    def class_for(cls, value: Mapping[str, Any]) -> type[Model]:
        """Return the sub-type that the tag of an object names, else this class."""
        name = cls.__subtypes__.get(_key(value.get(cls.__tag__)))
        return cls if name is None else _class(name)

    @classmethod
    def _label(cls, value: Any) -> str:
        # Anything but a plain dict is left to the class itself: it takes its instances.
        if type(value) is not dict:
            return _ITSELF
        name = cls.__subtypes__.get(_key(cast(Any, value).get(cls.__tag__)))
        return _ITSELF if name is None else f"[{name}]"


def _write(value: Any, write: SerializerFunctionWrapHandler) -> Any:
    # By its own class. Left to itself a union looks for a variant that fits, which
    # there is none of when a response broke the document.
    return write(value)


def _key(tag: Any) -> Any:
    # Of another type, which may not even be hashable, a tag names nothing. True is not 1.
    if isinstance(tag, bool):
        return (tag,)
    return tag if isinstance(tag, (str, int, float)) else None


def _class(name: str) -> type[Model]:
    package = __name__.rpartition(".core.")[0]
    found: type[Model] = getattr(import_module(f"{package}.types"), name)
    return found
