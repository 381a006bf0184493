"""Features that follow from the operations and the configuration: names that are reserved, what is sent and returned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sdksmith.config import Config
from sdksmith.model import Api
from sdksmith.naming import PASCAL, SNAKE, UPPER, Case, NamingProfile, Role
from sdksmith.sdk.errors import ERRORS
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.python.package import incoming, reserved
from sdksmith.targets.python.package.runtime import OTHER_ERRORS
from sdksmith.words import pascal, snake

#: How names are written in Python.
CASES: Final[Mapping[Role, Case]] = {
    "type": PASCAL,
    "field": SNAKE,
    "parameter": SNAKE,
    "method": SNAKE,
    "group": SNAKE,
    "module": SNAKE,
    "constant": UPPER,
}


def is_identifier(name: str, role: Role) -> bool:
    """Whether a name is an identifier of Python; the role is all one."""
    return name.isidentifier()


def client_and_package(api: Api, config: Config, options: PythonOptions) -> tuple[str, str]:
    """Return the name of the root client and the import name: as configured, else made of the title."""
    titled = NamingProfile(words=config.words, cases=CASES, is_identifier=is_identifier, keywords=reserved.KEYWORDS)
    client = options.client or titled.name("type", api.info.title or "Api", prefix="api")
    taken = reserved.PACKAGES | reserved.DEVICES
    return client, options.package or titled.name("module", api.info.title or "api", taken, prefix="api")


def naming_profile(api: Api, config: Config, options: PythonOptions) -> NamingProfile:
    """Return what names look like in Python, and those that this package takes for itself."""
    client, _ = client_and_package(api, config, options)
    own = {client, f"Async{client}", f"{client}Environment"}
    groups: set[str] = set(reserved.GROUPS)
    token = options.client_credentials
    if token is not None:
        own |= {token.client, f"Async{token.client}"}
        groups.add(token_module_name(token.client))
    readers: frozenset[str] = frozenset()
    if api.incoming():
        own |= {*incoming.class_names(api), *incoming.INCOMING_EXPORTS, "IncomingReader"}
        groups.add(incoming.MODULE)
        readers = incoming.RESERVED_METHODS
    clients: set[str] = set()
    for group in api.groups():
        if group.path:
            stem = pascal(group.path[-1], config.words)
            for name in (f"{stem}Client", f"{stem}GroupClient"):
                clients |= {name, f"Async{name}", f"Raw{name}", f"AsyncRaw{name}"}
    return NamingProfile(
        words=config.words,
        cases=CASES,
        is_identifier=is_identifier,
        keywords=reserved.KEYWORDS,
        reserved_types=reserved.TYPES | set(ERRORS.values()) | set(OTHER_ERRORS) | own | clients,
        reserved_fields=reserved.FIELDS,
        reserved_parameters=reserved.PARAMETERS,
        reserved_methods=reserved.METHODS,
        reserved_groups=frozenset(groups),
        reserved_subgroups=reserved.SUBGROUPS,
        reserved_modules=reserved.DEVICES,
        reserved_readers=readers,
        reserved_clients=frozenset(name.removesuffix("Client") for name in own if name.endswith("Client")),
        plain_endings=reserved.DICT_ENDINGS,
        fields_hide_types=True,
        pins=options.names,
        pins_key=("targets", "python", "names"),
    )


def token_module_name(client: str) -> str:
    """Return the module of the client that gets its tokens itself: ``management_client``."""
    return snake(client, "compact")
