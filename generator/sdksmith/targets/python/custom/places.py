"""Places that the configuration gives to code of the user's own; whether that is possible is checked elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from sdksmith.diagnostics import Pointer
from sdksmith.targets.python.custom.options import CustomOptions

#: The table of the config.
TABLE: Final = ("targets", "python", "custom")


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name in a module of the user's own.

    Attributes
    ----------
    module
        From the package: ``custom.users``.
    key
        What of the config names it.
    """

    module: str
    name: str
    key: Pointer

    def twin(self) -> OwnName:
        """Return the place of the asynchronous client that stands beside a blocking one."""
        return replace(self, name=f"Async{self.name}")


@dataclass(frozen=True)
class Custom:
    """Code of the user's own, by the place that it takes.

    Attributes
    ----------
    folder
        Name of the folder in the package; ``""`` for none.
    clients
        Attributes that lead to a group, joined by dots -> the blocking client.
    types
        Model -> the class that becomes its first base.
    model_base
        The class that becomes a base of all models.
    exports
        What the package exports.
    headers
        What clients send with each request.
    """

    folder: str = ""
    clients: Mapping[str, OwnName] = field(default_factory=dict[str, OwnName])
    types: Mapping[str, OwnName] = field(default_factory=dict[str, OwnName])
    model_base: OwnName | None = None
    exports: Sequence[OwnName] = ()
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def of(cls, options: CustomOptions | None) -> Custom:
        """Return what the configuration says."""
        if options is None:
            return cls()
        folder = folder_name(options)

        def place(text: str, *key: str) -> OwnName:
            module, _, name = text.partition(":")
            return OwnName(f"{folder}.{module}", name, (*TABLE, *key))

        return cls(
            folder=folder,
            clients={key: place(text, "clients", key) for key, text in options.clients.items()},
            types={key: place(text, "types", key) for key, text in options.types.items()},
            model_base=place(options.model_base, "model_base") if options.model_base else None,
            exports=[place(text, "exports") for text in options.exports],
            headers=options.headers,
        )

    def client(self, attributes: Sequence[str], *, is_async: bool) -> OwnName | None:
        """Return what takes the place of the client of a group; of the root client where there are no attributes."""
        found = self.clients.get(".".join(attributes))
        return found.twin() if found is not None and is_async else found

    def bases(self, name: str, *, is_first: bool) -> list[OwnName]:
        """Return the classes that a model gets as bases.

        Parameters
        ----------
        is_first
            It has no model as a base, which would bring what all models have.
        """
        own = [self.types[name]] if name in self.types else []
        return [*own, self.model_base] if is_first and self.model_base is not None else own

    def module_of(self, name: str, otherwise: str) -> str:
        """Return the module that a client is imported from which users construct; ``""`` names the first of them.

        Parameters
        ----------
        otherwise
            The module of the generated one.
        """
        return self.clients[name].module if name in self.clients else otherwise

    def exported(self) -> dict[str, list[str]]:
        """Return what the package exports: module -> names."""
        found: dict[str, list[str]] = {}
        for place in self.exports:
            found.setdefault(place.module, []).append(place.name)
        return found


def folder_name(options: CustomOptions) -> str:
    """Return the name that the folder has in the package; ``""`` for none."""
    return Path(options.folder).name if options.folder is not None else ""
