"""Contexts of the templates: one frozen dataclass each, whose fields are the template's variables.

They hold data alone, and source text that is safe as it stands: whoever overrides a template builds on these names. Parts
below ``parts/`` have the variables of the templates that include them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sdksmith.targets.python.client.groups import ClientModule
from sdksmith.targets.python.client.incoming import IncomingClass, IncomingModule
from sdksmith.targets.python.client.root import RootClient, RootText
from sdksmith.targets.python.client.token_client import TokenClientText
from sdksmith.targets.python.custom.pages import CustomItem
from sdksmith.targets.python.docs.readme import ReadmePage
from sdksmith.targets.python.docs.reference import GroupSection
from sdksmith.targets.python.tests.import_budget import ImportBudgetText
from sdksmith.targets.python.tests.modules import WireTestModule
from sdksmith.targets.python.types.exports import TypeExports
from sdksmith.targets.python.types.modules import TypeModule


@dataclass(frozen=True, kw_only=True, slots=True)
class PackageDocstringContext:
    """``package_docstring.py.j2``: a module with nothing but a docstring, quotes included."""

    docstring: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TypesContext:
    """``types.py.j2``: a module of types."""

    module: TypeModule


@dataclass(frozen=True, kw_only=True, slots=True)
class TypesInitContext:
    """``types_init.py.j2``: what ``types`` exports."""

    exports: TypeExports


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientContext:
    """``client.py.j2``: the clients of a group."""

    module: ClientModule


@dataclass(frozen=True, kw_only=True, slots=True)
class IncomingContext:
    """``incoming.py.j2``: what reads webhooks and callbacks."""

    module: IncomingModule


@dataclass(frozen=True, kw_only=True, slots=True)
class RootContext:
    """``root.py.j2``: the root clients.

    Attributes
    ----------
    group_imports
        The statements that type checkers see, indented.
    credential_imports
        A statement, or ``""``.
    user_agent
        A literal.
    headers
        Names and values of headers that are sent with each request, as literals.
    basic
        Whether there are ``username`` and ``password``.
    about
        Lines on the API.
    """

    root: RootText
    clients: Sequence[RootClient]
    group_imports: Sequence[str]
    credential_imports: str
    user_agent: str
    headers: Sequence[tuple[str, str]]
    basic: bool
    about: Sequence[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class TokenClientContext:
    """``token_client.py.j2``: the clients that get their tokens themselves; the rest as of :class:`RootContext`."""

    text: TokenClientText
    root: RootText
    clients: Sequence[RootClient]
    user_agent: str
    basic: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PackageInitContext:
    """``package_init.py.j2``: what the package exports.

    Attributes
    ----------
    client, environment, token_client, token_client_module
        Names of classes and of a module; ``""`` without a token client.
    client_module
        The module of the client: ``client``, or one of the user's own.
    custom
        Module of the user's own -> names that it gives the package.
    core, errors
        Names of the runtime.
    incoming
        Module -> names, of a package with webhooks or callbacks.
    """

    docstring: str
    client: str
    client_module: str
    environment: str
    token_client: str
    token_client_module: str
    custom: Mapping[str, Sequence[str]]
    core: Sequence[str]
    errors: Sequence[str]
    incoming: Mapping[str, Sequence[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class PyprojectContext:
    """``pyproject.toml.j2``: the project; `description` is TOML already."""

    distribution: str
    version: str
    description: str
    package_root: str
    http_library: str
    tests: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadmeContext:
    """``readme.md.j2``: the first page; texts are Markdown.

    Attributes
    ----------
    page
        Blocks of code.
    variables, environments, credentials
        What each keyword of the client means.
    migration
        A section of the user's own, or ``""``.
    dict_example
        The names of a model and of its dict.
    """

    title: str
    about: str
    page: ReadmePage
    variables: Sequence[str]
    environment: str
    environments: Sequence[str]
    credentials: Sequence[str]
    basic: bool
    migration: str
    distribution: str
    package: str
    client: str
    token_client: str
    groups: Sequence[GroupSection]
    incoming: Sequence[IncomingClass]
    tests: bool
    dict_example: tuple[str, str] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceContext:
    """``reference.md.j2``: every method, by group; `custom` is what the library has beside these."""

    title: str
    groups: Sequence[GroupSection]
    incoming: Sequence[IncomingClass]
    custom: Sequence[CustomItem]


@dataclass(frozen=True, kw_only=True, slots=True)
class ConftestContext:
    """``tests/conftest.py.j2``: the server and the clients of the tests.

    Attributes
    ----------
    token
        Whether a client needs a token.
    reroute
        Some calls go to servers of their own, which tests must not.
    """

    package: str
    client: str
    token: bool
    reroute: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class TestGroupContext:
    """``tests/test_group.py.j2``: the tests of a group."""

    module: WireTestModule


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportBudgetContext:
    """``tests/loaded_modules.py.j2`` and ``tests/test_import_budget.py.j2``: the test of an import budget."""

    budget: ImportBudgetText
