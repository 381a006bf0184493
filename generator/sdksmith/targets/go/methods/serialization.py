"""Tags of the fields that are parameters, and of the parts of forms: how the runtime writes their values.

``internal/call`` of the runtime reads them; what is said nothing of is written in the usual way of its place (OpenAPI 3.1
section 4.8.12).
"""

from __future__ import annotations

from typing import Any

from sdksmith.media_types import is_json, is_range
from sdksmith.model import Encoding, Parameter
from sdksmith.targets.go.layout import literals


def parameter_tag(source: Parameter, default: tuple[Any, ...]) -> dict[str, str]:
    """Return the tag of a field that is a query, header or cookie parameter."""
    options: list[str] = []
    if source.location == "querystring":
        return {"query": "", "json": "-"}
    if source.content_type is not None and is_json(source.content_type):
        options.append("json")
    elif source.content_type is None:
        usual = "simple" if source.location == "header" else "form"
        options += [source.style] if source.style != usual else []
        if source.location == "header":
            options += ["explode"] if source.explode else ["flat"]
        elif not source.explode:
            options.append("flat")
        options += ["reserved"] if source.allow_reserved and source.location == "query" else []
    if default:
        options.append(f"default={_text(default[0])}")
    return {source.location: ",".join((_name(source.name), *options)), "json": "-"}


def _name(name: str) -> str:
    return literals.string(name) if "," in name or name.startswith('"') or not name.isprintable() else name


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def path_style(source: Parameter) -> str:
    """Return how a path parameter is written, ``""`` for the usual way."""
    if source.style in ("label", "matrix"):
        return f"{source.style},explode" if source.explode else source.style
    return "simple,explode" if source.explode else ""


def form_tag(encoding: Encoding | None) -> dict[str, str]:
    """Return what the tag of a field of a form has beside its name."""
    if encoding is None:
        return {}
    if encoding.style is not None:
        options = [encoding.style] if encoding.style != "form" else []
        options += [] if encoding.explode else ["flat"]
        options += ["reserved"] if encoding.allow_reserved else []
        return {"form": ",".join(("", *options))} if options else {"form": ""}
    return {"form": ",json"} if any(is_json(name) for name in encoding.content_types) else {}


def part_tag(encoding: Encoding | None) -> dict[str, str]:
    """Return what the tag of a part of a multipart body has beside its name."""
    if encoding is None or len(encoding.content_types) != 1 or is_range(encoding.content_types[0]):
        return {}
    return {"contentType": encoding.content_types[0]}
