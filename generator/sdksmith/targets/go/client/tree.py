"""The tree of clients: one struct for each group, all in one package."""

from __future__ import annotations

from collections.abc import Mapping

from sdksmith.model import Api
from sdksmith.naming import Names, settle
from sdksmith.sdk import MethodGroup, Sdk
from sdksmith.sdk.documentation.text import spoken_title
from sdksmith.targets.go.client.options import CredentialKeys
from sdksmith.targets.go.layout import literals
from sdksmith.targets.go.layout.comments import comment, wrap
from sdksmith.targets.go.layout.declarations import Row, columns
from sdksmith.targets.go.layout.values import composite
from sdksmith.targets.go.methods.writing import MethodText

#: Names of the package that no client of a group can have.
_OWN = frozenset(("Client", "RawClient", "NewClient"))


def client_names(api: Api, names: Names) -> dict[tuple[str, ...], str]:
    """Return the name of each group's struct: ``ActionsVersionsClient``; the root's is ``Client``."""
    claims: list[tuple[str, list[str]]] = []
    paths = {"/".join(group.path): group.path for group in api.groups() if group.path}
    for key in sorted(paths, key=lambda key: (key.count("/"), key)):
        path = paths[key]
        parts = [names.groups[path[: depth + 1]].attribute for depth in range(len(path))]
        claims.append((key, [f"{''.join(parts)}Client", f"{'Group'.join(parts)}GroupClient"]))
    settled = settle(claims, None, _OWN)
    return {(): "Client", **{path: settled[key] for key, path in paths.items()}}


def client_lines(
    group: MethodGroup, names: Names, clients: Mapping[tuple[str, ...], str], texts: list[MethodText]
) -> list[list[str]]:
    """Return the blocks of the file of a group's client: the struct, what makes it, then each method."""
    name = clients[group.path]
    raw = f"Raw{name}"
    about = group.description or f"has the operations of {'.'.join(group.path)}."
    text = f"{name} {about}" if about[:1].islower() else f"{name}: {about}"
    rows = [Row((names.groups[child.path].attribute, f"*{clients[child.path]}")) for child in group.groups]
    made = [(names.groups[child.path].attribute, f"new{clients[child.path]}(client)") for child in group.groups]
    if texts:
        rows.append(
            Row(
                ("WithRawResponse", f"*{raw}"),
                ("WithRawResponse has the same methods, which return the response too.",),
            )
        )
        made.append(("WithRawResponse", f"&{raw}{{client: client}}"))
    made.append(("client", "client"))
    blocks = [
        [
            *comment(wrap(text)),
            f"type {name} struct {{",
            *columns(rows),
            *([""] if rows else []),
            "\tclient *call.Client",
            "}",
        ],
        [
            f"func new{name}(client *call.Client) *{name} {{",
            *composite(f"return &{name}", made, "\t"),
            "}",
        ],
    ]
    if texts:
        about_raw = f"{raw} has the methods of [{name}] with their responses."
        blocks.append([*comment([about_raw]), f"type {raw} struct{{ client *call.Client }}"])
    for each in texts:
        blocks += [each.endpoint, each.lines, each.raw]
    return blocks


def root_lines(sdk: Sdk, names: Names, clients: Mapping[tuple[str, ...], str], root: str, agent: str) -> list[str]:
    """Return the function that makes the client."""
    servers = sdk.servers.environments
    server = servers[0]
    defaults = ", ".join(f"{literals.string(each.name)}: {literals.string(each.default)}" for each in server.variables)
    text = f"call.Server{{URL: {literals.string(server.url)}"
    text += f", Defaults: map[string]string{{{defaults}}}}}" if defaults else "}"
    keys = CredentialKeys()
    security = "nil" if sdk.credentials.default is None else keys.requirements(sdk.credentials.default)
    title = spoken_title(sdk.api.info.title)
    return [
        *comment(
            wrap(f"NewClient returns a client of the {title}. What is wrong with an option is the error of every call.")
        ),
        "func NewClient(opts ...option.RequestOption) *Client {",
        f"\tserver := {text}",
        f"\tclient := call.NewClient(server, {literals.string(agent)}, {security}, {root}.ErrorOf, opts)",
        "\treturn newClient(client)",
        "}",
    ]
