"""Decisions for a package as a whole, made before any of its files is planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sdksmith.model.types import Symbol
from sdksmith.naming import Names, NamingProfile
from sdksmith.sdk import Sdk
from sdksmith.sdk.polymorphism import objects_of
from sdksmith.targets.python.client.construction import Construction
from sdksmith.targets.python.client.credentials import CredentialTexts
from sdksmith.targets.python.custom.places import Custom
from sdksmith.targets.python.package.folders import GroupFolders
from sdksmith.targets.python.types.expressions import PlainForm
from sdksmith.targets.python.types.homes import Home
from sdksmith.targets.python.types.variants import TaggedVariant


@dataclass(frozen=True, kw_only=True)
class Decisions:
    """Decisions that the files of a package are planned with.

    Attributes
    ----------
    sdk
        What the package offers.
    client, package
        The name of the root client; the import name, which may have dots.
    construction
        How examples make a client.
    forms
        Type -> its plain form, for those that have one.
    folders
        Group -> where its module is.
    homes
        Type -> where it is declared, for those that are.
    unions
        Union -> its variants, for those that a discriminator tells.
    has_subtypes, polymorphic
        Whether any object is read as its sub-types; those that are declared, in their order.
    custom
        Code of the user's own.
    """

    sdk: Sdk
    client: str
    package: str
    profile: NamingProfile
    names: Names
    credentials: CredentialTexts
    construction: Construction
    forms: Mapping[Symbol, PlainForm]
    folders: GroupFolders
    homes: Mapping[Symbol, Home]
    unions: Mapping[Symbol, list[TaggedVariant]]
    has_subtypes: bool
    polymorphic: Sequence[Symbol]
    custom: Custom

    @cached_property
    def also_accepted(self) -> Mapping[Symbol, Sequence[Symbol]]:
        """Union -> the objects that callers may give in its place, for those that there are any of."""
        found = {symbol: objects_of(union) for symbol, union in self.sdk.unions.items()}
        return {symbol: objects for symbol, objects in found.items() if objects}

    @property
    def folder(self) -> str:
        """The folder of the package, from that of the project."""
        return self.package.replace(".", "/")
