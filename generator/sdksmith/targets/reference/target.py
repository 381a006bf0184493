"""The API reference, as the program knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.targets.reference.options import ReferenceOptions

if TYPE_CHECKING:
    from pathlib import Path

    from sdksmith.config import Config
    from sdksmith.diagnostics import Diagnostics
    from sdksmith.model import Ledger
    from sdksmith.naming import Names, NamingProfile
    from sdksmith.planned import PlannedFile, TemplateContract
    from sdksmith.sdk import Policy, Sdk


class ReferenceTarget:
    """A page for each operation, group and type."""

    name = "reference"
    options = ReferenceOptions

    def policy(self, options: ReferenceOptions) -> Policy:
        """Return the usual policy: samples are those of the libraries."""
        from sdksmith.sdk import Policy

        return Policy()

    def profile(self, sdk: Sdk, config: Config, options: ReferenceOptions) -> NamingProfile:
        """Return what addresses look like."""
        from sdksmith.targets.reference.frame.addresses import naming_profile

        return naming_profile(config)

    def plan(
        self,
        sdk: Sdk,
        names: Names,
        config: Config,
        options: ReferenceOptions,
        ledger: Ledger,
        diagnostics: Diagnostics,
    ) -> list[PlannedFile]:
        """Plan a site; see :class:`~sdksmith.targets.protocol.Target`."""
        from sdksmith.targets.reference.plan import plan

        return plan(sdk, names, config, options)

    def contract(self) -> TemplateContract:
        """Return what the templates may use."""
        from sdksmith.targets.reference.contract import CONTRACT

        return CONTRACT

    def samples(self, sdk: Sdk, names: Names, config: Config, options: ReferenceOptions) -> None:
        """Return nothing: a reference is no library."""

    def surface(self, sdk: Sdk, names: Names, config: Config, options: ReferenceOptions) -> None:
        """Return nothing: a reference is no library."""

    def read_surface(self, folder: Path) -> None:
        """Return nothing: pages are no library."""
        return None

    def outline(self, sdk: Sdk, names: Names, config: Config, options: ReferenceOptions) -> None:
        """Return nothing: a reference is no library."""


TARGET = ReferenceTarget()
