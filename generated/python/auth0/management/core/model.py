"""The base class of the generated models."""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core.core_schema import (
    CoreSchema,
    definition_reference_schema,
    definitions_schema,
    lax_or_strict_schema,
    no_info_before_validator_function,
)

from .noticing import READ_ONLY, notice

#: The default of a field that responses have and that is not sent (``readOnly``): it need
#: not be given when a model is made by hand, and then reads as ``None`` and is not
#: written.
SET_BY_SERVER: Any = Field(default=None, json_schema_extra=READ_ONLY)


class _Signature:
    """The signature of a class whose validator is built later, for who asks."""

    def __get__(self, instance: Any, owner: type[Model]) -> Any:
        if instance is None:
            owner.model_rebuild()
            built = vars(owner).get("__signature__")
            if built is not None:
                return built.__get__(None, owner)
        raise AttributeError("__signature__")


class Model(BaseModel):
    """An object of the API.

    Fields are read and written under their wire names; both the wire name and the
    Python name are accepted when a model is made by hand. Unknown fields are kept, and
    a model is written with the fields that were set, so that what came from the server
    can be sent back with nothing lost.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        protected_namespaces=(),
        # Not null, which would mean something: see `encode_json`.
        ser_json_inf_nan="constants",
        # Validators are built with the first use of a class, not at import.
        defer_build=True,
    )

    # What a class has beside its fields is not annotated, and has names that pydantic
    # passes over: it would evaluate such annotations anew for each class.

    # Without it help() and editors would show (**data: Any).
    __signature__ = cast(Any, _Signature())

    #: Fields whose known values tell an object from the others in a union.
    __tags__ = frozenset[str]()

    #: The document forbids other fields. They are kept, and told as drift.
    __closed__ = False

    def __init_subclass__(
        cls, *, tags: Sequence[str] = (), closed: bool = False, **options: Any
    ) -> None:
        """Take what the document says of a class beside its fields.

        For example ``class Cat(Model, tags=["kind"], closed=True)``. A class whose base
        is closed is so too.
        """
        super().__init_subclass__(**options)
        cls.__tags__ = frozenset(tags)
        cls.__closed__ = closed or cls.__closed__

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = handler(source)
        if source is cls:
            resolved = handler.resolve_ref_schema(schema)
            if cls.__tags__:
                _let_tags_tell(resolved, cls.__tags__)
            notice(resolved, cls, closed=cls.__closed__)
        return schema

    @classmethod
    def class_for(cls, value: Mapping[str, Any]) -> type[Model]:
        """Return the class that an object is read as: this one, or a sub-type."""
        return cls

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Build the validator; see :meth:`pydantic.BaseModel.model_rebuild`.

        A class that builds on hundreds of others, one in the other, gets a larger stack.
        """
        # One frame lies between pydantic and whose names it is to see.
        depth: int = options.pop("_parent_namespace_depth", 2) + 1
        build = super().model_rebuild
        try:
            return build(_parent_namespace_depth=depth, **options)
        except RecursionError:
            from .deep_stack import with_deep_stack

            return with_deep_stack(lambda: build(_parent_namespace_depth=0, **options))

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Yield the fields that were set, in the order of the document, then unknown ones."""
        fields = type(self).model_fields
        for name, value in super().__repr_args__():
            if name not in fields or name in self.model_fields_set:
                yield name, value

    def model_dump(self, **options: Any) -> builtins.dict[str, Any]:
        """Return the model as a dict, by default of the fields that were set.

        Takes the options of :meth:`pydantic.BaseModel.model_dump`.
        """
        options = {
            "by_alias": True,
            "exclude_unset": True,
            "warnings": False,
            **options,
        }
        return super().model_dump(**options)

    def model_dump_json(self, **options: Any) -> str:
        """Return the model as JSON text, by default of the fields that were set.

        Takes the options of :meth:`pydantic.BaseModel.model_dump_json`.
        """
        options = {
            "by_alias": True,
            "exclude_unset": True,
            "warnings": False,
            **options,
        }
        return super().model_dump_json(**options)

    def dict(self, **options: Any) -> builtins.dict[str, Any]:
        """Return :meth:`model_dump`."""
        return self.model_dump(**options)

    def json(self, **options: Any) -> str:
        """Return :meth:`model_dump_json`."""
        return self.model_dump_json(**options)


def _let_tags_tell(schema: Any, tags: frozenset[str]) -> None:
    """Have responses hold to the known values of tags, so that these tell a variant.

    A tag is an open enum, ``Union[Literal[...], Any]``. Responses are read in strict mode;
    a value that is not known goes the lenient way, which keeps it.
    """
    while "fields" not in schema and "schema" in schema:
        schema = schema["schema"]
    if "fields" not in schema:
        return
    for name in tags:
        inner = schema["fields"][name]["schema"]
        while inner["type"] in ("default", "nullable"):
            inner = inner["schema"]
        if inner["type"] == "union":
            union: Any = dict(inner)
            inner.clear()
            inner.update(lax_or_strict_schema(union, _choice(union["choices"][0])))


def _choice(choice: CoreSchema | tuple[CoreSchema, str]) -> Any:
    # A choice is a schema, or a schema with a label.
    return choice[0] if isinstance(choice, tuple) else choice


class TaggedModel(Model):
    """A variant of a union that is told by a field of one value.

    The field need not be given when a variant is made by hand, and is always written.
    ``class Msg_Text(TaggedModel, like="Text")``: a ``Text`` of the same tag, as another
    call returns it, becomes a ``Msg_Text`` where one is expected.
    """

    #: The class of the package that has the same fields.
    __like__ = ""

    def __init_subclass__(cls, *, like: str = "", **options: Any) -> None:
        """Take the name of the class that has the same fields."""
        super().__init_subclass__(**options)
        cls.__like__ = like

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = super().__get_pydantic_core_schema__(source, handler)
        if source is not cls or not cls.__like__ or schema["type"] != "model":
            return schema
        # Responses are read in strict mode, and have no instances in them. The model is
        # defined once for both modes: what is defined twice at each level explodes.
        ref = schema.get("ref", "")
        itself: Any = {**schema, "ref": f"{ref}:itself"}
        model = definition_reference_schema(itself["ref"])
        lax = no_info_before_validator_function(cls._adopted, model)
        either = lax_or_strict_schema(lax, model, ref=ref)
        return definitions_schema(either, [itself])

    @classmethod
    def _adopted(cls, value: Any) -> Any:
        """Return what has the same fields, and this tag, as an instance of this class."""
        package = f"{__name__.rpartition('.core.')[0]}.types."
        for parent in type(value).__mro__:
            if parent.__name__ == cls.__like__ and parent.__module__.startswith(
                package
            ):
                return _copied(value, cls)
        return value

    def model_post_init(self, context: Any, /) -> None:
        """Count the field among those that were set."""
        self.__pydantic_fields_set__.update(_fixed_fields(type(self)))


def _copied(value: Model, model: type[Model]) -> Any:
    """Return an object as one of another class, if that fixes no field to another value."""
    values = vars(value)
    fixed = _fixed_fields(model)
    if any(values.get(name) != model.model_fields[name].default for name in fixed):
        return value
    extra = dict(value.model_extra or {})
    # A sub-class may have more fields.
    for name, field in type(value).model_fields.items():
        if name not in model.model_fields and name in value.model_fields_set:
            extra[field.alias or name] = values[name]
    result = model.model_construct(_fields_set=set(value.model_fields_set))
    vars(result).clear()
    vars(result).update(
        (name, values[name]) for name in model.model_fields if name in values
    )
    object.__setattr__(result, "__pydantic_extra__", extra)
    return result


@cache
def _fixed_fields(model: type[Model]) -> frozenset[str]:
    # Of generated fields only these have a default other than None.
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if not field.is_required() and field.default is not None
    )
