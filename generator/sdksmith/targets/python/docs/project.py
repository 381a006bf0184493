"""What the README of a package says beside its code blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sdksmith.diagnostics import Diagnostics
from sdksmith.naming import NamingProfile
from sdksmith.sdk import Sdk
from sdksmith.sdk.documentation.text import first_paragraph, spoken_title
from sdksmith.targets.python.client import servers
from sdksmith.targets.python.client.credentials import CredentialText, CredentialTexts
from sdksmith.targets.python.docs.readme import ReadmePage
from sdksmith.targets.python.layout import prose
from sdksmith.targets.python.options import PythonOptions


def readme(
    sdk: Sdk,
    options: PythonOptions,
    profile: NamingProfile,
    credentials: CredentialTexts,
    *,
    page: ReadmePage,
    environment: str,
    diagnostics: Diagnostics,
) -> dict[str, Any]:
    """Return what the template of the README takes of the document and the configuration."""
    api = sdk.api
    title = spoken_title(api.info.title)
    return {
        "title": prose.markdown_text(title),
        "about": _first_paragraph(api.info.description or api.info.summary),
        "page": page,
        "variables": [_variable(variable) for variable in servers.variables(sdk.servers.variables, profile)],
        "environment": environment,
        "environments": [
            f"`{each.name}` ({_shown(each.value)})" for each in servers.environments(sdk.servers, profile)
        ],
        "credentials": _credentials(credentials.keys),
        "basic": credentials.basic,
        "migration": options.texts(diagnostics)[0],
    }


def _first_paragraph(text: str) -> str:
    # Descriptions of APIs may be manuals.
    return prose.markdown_paragraphs(first_paragraph(text))


def _variable(variable: servers.VariableText) -> str:
    text = prose.markdown_text(" ".join(variable.documentation).replace("``", "`"))
    return f"- `{variable.name}`: {text}"


def _shown(literal: str) -> str:
    # A literal is JSON but for escapes that a URL has no use for.
    url = literal[1:-1]
    return f"`{url}`" if url and "`" not in url and "\\" not in url else "no URL"


def _credentials(keys: Sequence[CredentialText]) -> list[str]:
    return [f"`{text.name}`: {prose.markdown_text(' '.join(text.documentation).replace('``', '`'))}" for text in keys]
