"""The create-action answer, as models that somebody would write by hand with pydantic, with msgspec, or in Go.

They are what the generated models are measured beside. Both are made from one list of fields, so that they know the
same of the answer. `pydantic` models keep unknown fields and unknown values of enums, as generated ones do; `msgspec`
structs and those of Go drop the former.
"""

from __future__ import annotations

import datetime
from typing import Any, Literal

_ACTION = {
    "id": "text",
    "name": "text",
    "supported_triggers": "[Trigger]",
    "all_changes_deployed": "flag",
    "created_at": "time",
    "updated_at": "time",
}
_PARAMETER = {
    "type": "kind",
    "name": "text",
    "required": "flag",
    "optional": "flag",
    "label": "text",
    "description": "text",
    "default_value": "text",
    "placeholder": "text",
    "options": "[Option]",
}
#: Models in an order in which each refers to earlier ones. A field is a scalar, ``Model``, or ``[Model]``.
MODELS: dict[str, dict[str, str]] = {
    "Compatible": {"id": "trigger", "version": "text"},
    "Trigger": {
        "id": "trigger",
        "version": "text",
        "status": "text",
        "runtimes": "[text]",
        "default_runtime": "text",
        "compatible_triggers": "[Compatible]",
        "binding_policy": "binding",
    },
    "Dependency": {"name": "text", "version": "text", "registry_url": "text"},
    "Secret": {"name": "text", "updated_at": "time"},
    "Fault": {"id": "text", "msg": "text", "url": "text"},
    "Module": {
        "module_id": "text",
        "module_name": "text",
        "module_version_id": "text",
        "module_version_number": "integer",
    },
    "ActionBase": _ACTION,
    "Deployed": {
        "id": "text",
        "action_id": "text",
        "code": "text",
        "dependencies": "[Dependency]",
        "deployed": "flag",
        "runtime": "text",
        "secrets": "[Secret]",
        "status": "status",
        "number": "number",
        "errors": "[Fault]",
        "action": "ActionBase",
        "built_at": "time",
        "created_at": "time",
        "updated_at": "time",
        "supported_triggers": "[Trigger]",
        "modules": "[Module]",
    },
    "Version": {"major": "integer", "minor": "integer"},
    "Option": {"value": "text", "label": "text"},
    "Parameter": _PARAMETER,
    "Release": {
        "id": "text",
        "trigger": "Trigger",
        "semver": "Version",
        "required_secrets": "[Parameter]",
        "required_configuration": "[Parameter]",
    },
    "Integration": {
        "id": "text",
        "catalog_id": "text",
        "url_slug": "text",
        "partner_id": "text",
        "name": "text",
        "description": "text",
        "short_description": "text",
        "logo": "text",
        "feature_type": "feature",
        "terms_of_use_url": "text",
        "privacy_policy_url": "text",
        "public_support_link": "text",
        "current_release": "Release",
        "created_at": "time",
        "updated_at": "time",
    },
    "Answer": {
        **_ACTION,
        "code": "text",
        "dependencies": "[Dependency]",
        "runtime": "text",
        "secrets": "[Secret]",
        "deployed_version": "Deployed",
        "installed_integration_id": "text",
        "integration": "Integration",
        "status": "status",
        "built_at": "time",
        "deploy": "flag",
        "modules": "[Module]",
    },
}
_SCALARS: dict[str, Any] = {
    "text": str,
    "flag": bool,
    "integer": int,
    "number": float,
    "time": datetime.datetime,
}
_ENUMS: dict[str, Any] = {
    "trigger": Literal["post-login", "credentials-exchange", "pre-user-registration", "post-user-registration"],
    "binding": Literal["trigger-bound", "entity-bound"],
    "status": Literal["pending", "building", "packaged", "built", "retrying", "failed"],
    "kind": Literal["UNSPECIFIED", "STRING"],
    "feature": Literal["unspecified", "action", "social-connection", "log-stream", "sso-integration", "sms-provider"],
}


def pydantic_answer() -> Any:
    """Return the model of the answer, of pydantic alone."""
    from pydantic import ConfigDict, create_model

    # An enum whose unknown values are kept.
    scalars = {**_SCALARS, **{name: values | str for name, values in _ENUMS.items()}}
    made: dict[str, Any] = {}
    for name, fields in MODELS.items():
        annotated = {field: (_type(kind, scalars, made), None) for field, kind in fields.items()}
        made[name] = create_model(name, __config__=ConfigDict(extra="allow"), **annotated)  # type: ignore[call-overload]
    return made["Answer"]


def msgspec_answer() -> Any:
    """Return the struct of the answer, of msgspec alone; its enums are texts, since it knows no open ones."""
    import msgspec

    scalars = {**_SCALARS, **dict.fromkeys(_ENUMS, str)}
    made: dict[str, Any] = {}
    for name, fields in MODELS.items():
        annotated = [(field, _type(kind, scalars, made), None) for field, kind in fields.items()]
        made[name] = msgspec.defstruct(name, annotated, omit_defaults=True)
    return made["Answer"]


def go_answer() -> str:
    """Return the structs of the answer as a file of Go, for encoding/json."""
    scalars = {"text": "string", "flag": "bool", "integer": "int", "number": "float64", "time": "time.Time"}
    lines = ["// Package plain has structs for encoding/json alone.", "package plain", "", 'import "time"']
    for name, fields in MODELS.items():
        lines += ["", f"type {name} struct {{"]
        for field, kind in fields.items():
            inner = kind.strip("[]")
            # Enums are texts.
            typed = inner if inner in MODELS else scalars.get(inner, "string")
            is_list = kind.startswith("[")
            text = f"[]{'*' if inner in MODELS else ''}{typed}" if is_list else f"*{typed}"
            pascal = "".join(part.title() for part in field.split("_"))
            lines.append(f'\t{pascal} {text} `json:"{field},omitempty"`')
        lines.append("}")
    return "\n".join(lines) + "\n"


def _type(kind: str, scalars: dict[str, Any], made: dict[str, Any]) -> Any:
    name = kind.strip("[]")
    inner: Any = made[name] if name in made else scalars[name]
    return (list[inner] if kind.startswith("[") else inner) | None
