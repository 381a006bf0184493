"""Options of a client of one API: credentials and the variables of its servers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from sdksmith.model import Api, SecurityScheme
from sdksmith.naming import Names, settle
from sdksmith.naming.settling import digest
from sdksmith.sdk import Sdk
from sdksmith.sdk.credentials import Credential, Requirements
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.layout.comments import comment, wrap
from sdksmith.targets.go.layout.functions import function
from sdksmith.words import pascal

#: Options that every client has.
_OWN: Final = frozenset(
    (
        "WithToken WithTokenSource WithBaseURL WithHTTPClient WithMaxRetries WithTimeout WithHeader WithUserAgent "
        "WithQueryParameters WithBodyProperties WithStrictResponses WithBeforeRequest WithAfterResponse WithOnRetry "
        "WithOnDrift WithLogger WithBasicAuth WithClientCredentials WithOneServer RequestOption"
    ).split()
)


class CredentialKeys:
    """Names of credentials inside of the module."""

    def requirements(self, needed: Requirements) -> str:
        """Return requirements as a literal of Go."""
        alternatives = (
            "{" + ", ".join(literals.string(credential_key(each)) for each in sorted(together)) + "}"
            for together in needed
        )
        return f"[][]string{{{', '.join(alternatives)}}}"


def credential_key(credential: Credential) -> str:
    """Return the name of a credential inside of the module."""
    return f"key:{credential.scheme}" if credential.kind == "key" else credential.kind


@dataclass(frozen=True, slots=True)
class OptionFunction:
    """A function of package option: its lines."""

    name: str
    lines: tuple[str, ...]


def option_names(sdk: Sdk, names: Names) -> dict[str, str]:
    """Return the names of options: ``variable`` or ``key``, and what it is of -> name."""
    return _named(sdk, names)[0]


def _named(sdk: Sdk, names: Names) -> tuple[dict[str, str], dict[str, Any]]:
    words = names.profile.words
    claims: list[tuple[str, list[str]]] = []
    made: dict[str, Any] = {}
    for variable in sdk.servers.variables:
        key = f"variable {variable.name}"
        claims.append((key, [f"With{_pascal(variable.name, words)}", f"WithServer{_pascal(variable.name, words)}"]))
        made[key] = variable
    for scheme in sdk.credentials.keys:
        key = f"key {scheme.name}"
        base = "APIKey" if len(sdk.credentials.keys) == 1 else _pascal(scheme.name, words)
        claims.append((key, [f"With{base}", f"With{_pascal(scheme.name, words)}Key"]))
        made[key] = scheme
    return dict(settle(claims, None, _OWN)), made


def option_functions(sdk: Sdk, names: Names) -> list[OptionFunction]:
    """Return the options of an API, by name."""
    settled, made = _named(sdk, names)
    found: list[OptionFunction] = []
    for key, entry in made.items():
        name = settled[key]
        if isinstance(entry, SecurityScheme):
            found.append(OptionFunction(name, _of_key(name, entry)))
        else:
            about = f"sets the variable {entry.name} of the server's URL. {entry.description}".strip()
            found.append(
                OptionFunction(
                    name, _setting(name, about, "value string", f"s.SetVariable({literals.string(entry.name)}, value)")
                )
            )
    if sdk.credentials.basic:
        text = "sends a user name and a password (RFC 7617)."
        statement = 's.SetCredential("basic", call.Basic(username, password))'
        found.append(
            OptionFunction("WithBasicAuth", _setting("WithBasicAuth", text, "username, password string", statement))
        )
    if sdk.servers.operations_have_hosts:
        text = "sends every call to the client's server, also those that the API's description sends to a server of their own."
        found.append(OptionFunction("WithOneServer", _setting("WithOneServer", text, "", "s.OneServer = true")))
    flow = _flow(sdk.api)
    if flow is not None:
        found.append(OptionFunction("WithClientCredentials", _client_credentials(flow)))
    return sorted(found, key=lambda option: option.name)


def test_options(sdk: Sdk, names: Names) -> list[str]:
    """Return options of a client that is made in tests: every credential there is."""
    found = ['option.WithToken("token")'] if sdk.credentials.token else []
    if sdk.credentials.basic:
        found.append('option.WithBasicAuth("user", "password")')
    keys = {f'"key:{scheme.name}"' for scheme in sdk.credentials.keys}
    for option in option_functions(sdk, names):
        if any(key in line for key in keys for line in option.lines):
            found.append(f'option.{option.name}("key")')
    return found


def _pascal(text: str, words: str) -> str:
    name = "".join(letter for letter in pascal(text, words) if letter.isascii() and letter.isalnum())
    return name or f"Value{digest(text)}"


def _setting(name: str, about: str, parameters: str, statement: str) -> tuple[str, ...]:
    return (
        *comment(wrap(f"{name} {about}")),
        f"func {name}({parameters}) RequestOption {{",
        *function("func(s *call.Settings)", statement, "\t", before="return "),
        "}",
    )


def _of_key(name: str, scheme: SecurityScheme) -> tuple[str, ...]:
    place = {"header": "Header", "query": "Query", "cookie": "Cookie"}[scheme.location]
    credential = f"call.Credential{{{place}: {literals.string(scheme.parameter)}, Value: value}}"
    statement = f"s.SetCredential({literals.string(f'key:{scheme.name}')}, {credential})"
    return _setting(name, f"sends an API key as the {scheme.location} {scheme.parameter}.", "value string", statement)


def _flow(api: Api) -> Mapping[str, Any] | None:
    for scheme in api.security_schemes:
        flow = scheme.flows.get("clientCredentials")
        if scheme.type == "oauth2" and isinstance(flow, Mapping) and isinstance(flow.get("tokenUrl"), str):
            return flow
    return None


def _client_credentials(flow: Mapping[str, Any]) -> tuple[str, ...]:
    fields = cast(object, flow.get("x-form-parameters"))
    form = [
        f"{literals.string(name)}: {literals.string(str(value))}"
        for name, value in (cast(Mapping[str, Any], fields).items() if isinstance(fields, Mapping) else ())
        if isinstance(value, str | int | float) and name not in ("grant_type", "client_id", "client_secret", "scope")
    ]
    entries = ["ID: id", "Secret: secret", f"URL: {literals.string(str(flow['tokenUrl']))}", "Scopes: scopes"]
    entries += [f"Form: map[string]string{{{', '.join(form)}}}"] if form else []
    about = "gets bearer tokens with an identifier and a secret (RFC 6749, section 4.4), keeps them, and renews them in time."
    return (
        *comment(wrap(f"WithClientCredentials {about}")),
        "func WithClientCredentials(id, secret string, scopes ...string) RequestOption {",
        f"\ttokens := &call.ClientCredentials{{{', '.join(entries)}}}",
        "\treturn func(s *call.Settings) { s.Tokens = tokens }",
        "}",
    )
