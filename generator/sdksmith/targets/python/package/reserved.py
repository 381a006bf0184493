"""Names that generated Python uses itself, and that a document can't have."""

from __future__ import annotations

import keyword
from typing import Final

#: ``match``, ``case``, ``type`` and ``_`` are keywords in some places only, and are fine as names.
KEYWORDS: Final = frozenset(keyword.kwlist)

#: Attributes of pydantic models and of their metaclass, and the methods that code written against the official SDK knows.
FIELDS: Final = frozenset(
    (
        "construct copy dict fields from_orm json list model_computed_fields model_config model_construct model_copy "
        "model_dump model_dump_json model_extra model_fields model_fields_set model_json_schema "
        "model_parametrized_name model_post_init model_rebuild model_validate model_validate_json "
        "bool bytes datetime float int str tag_fields class_for register mro "
        "model_validate_strings parse_file parse_obj parse_raw schema schema_json update_forward_refs validate"
    ).split()
)

#: What modules of types use.
TYPES: Final = frozenset(
    (
        "Annotated Any Dict SET_BY_SERVER Field List Literal Model TaggedModel PolymorphicModel Optional TypeAlias Union datetime str int float bool "
        "Sequence Mapping Iterator AsyncIterator TYPE_CHECKING cached_property File OMIT RequestOptions Resource "
        "AsyncResource RawResource AsyncRawResource HttpResponse SyncPager AsyncPager Tag "
        "ResponseStream AsyncResponseStream BinaryResponse AsyncBinaryResponse TypedDict Required bytes"
    ).split()
)

#: Behind the name of a model: the ``TypedDict`` beside it; the second when the API has a type of the first name itself.
DICT_ENDINGS: Final = ("Dict", "AsDict")

#: What every method has.
PARAMETERS: Final = frozenset(("self", "request", "request_options"))

#: What every client has.
#: ``property`` and ``cached_property`` are decorators of what stands after them in the class, and ``type`` is an annotation.
METHODS: Final = frozenset("with_raw_response str int float bool bytes datetime property cached_property type".split())

#: What a group has beside its sub-groups.
SUBGROUPS: Final = frozenset(("client",))

#: The devices of Windows, where no file or folder can have such a name.
DEVICES: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)

#: What the package and the root client have beside the groups.
#: The last ones are builtins: a module of a package takes their place in it.
GROUPS: Final = frozenset(
    ("types", "core", "errors", "client", "close", "getattr", "globals", "import_module", "sorted")
)

#: Packages that generated code imports, or that a program would miss if another took their place.
PACKAGES: Final = frozenset(
    (
        "abc annotated_types anyio asyncio base64 builtins calendar codecs collections contextlib copy dataclasses "
        "datetime email enum functools hmac http httpcore httpx httpx2 importlib io json logging math mimetypes os "
        "pathlib platform profile pydantic pydantic_core queue random re secrets select signal site ssl statistics "
        "string sys test tests threading time token types typing typing_extensions typing_inspection urllib uuid "
        "warnings"
    ).split()
)
