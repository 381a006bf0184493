"""Go, as the program knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.targets.go.options import GoOptions

if TYPE_CHECKING:
    from pathlib import Path

    from sdksmith.config import Config
    from sdksmith.diagnostics import Diagnostics
    from sdksmith.model import Ledger
    from sdksmith.naming import Names, NamingProfile
    from sdksmith.outline import Outline
    from sdksmith.planned import PlannedFile, TemplateContract
    from sdksmith.sdk import Policy, Sdk
    from sdksmith.surface import Surface
    from sdksmith.targets.protocol import SampleWriter


class GoTarget:
    """A module with one client package and one package of types."""

    name = "go"
    options = GoOptions

    def policy(self, options: GoOptions) -> Policy:
        """Return the usual policy: the properties of a body stand beside the parameters, in one struct."""
        from sdksmith.sdk import Policy

        return Policy()

    def profile(self, sdk: Sdk, config: Config, options: GoOptions) -> NamingProfile:
        """Return what names look like in Go."""
        from sdksmith.targets.go.package.profile import naming_profile

        return naming_profile(config, options)

    def plan(
        self, sdk: Sdk, names: Names, config: Config, options: GoOptions, ledger: Ledger, diagnostics: Diagnostics
    ) -> list[PlannedFile]:
        """Plan a module; see :class:`~sdksmith.targets.protocol.Target`."""
        from sdksmith.planned import headed
        from sdksmith.targets.go.plan import plan

        files = plan(sdk, names, options, ledger)
        return headed(files, config.file_header, ending=".go", mark="//")

    def contract(self) -> TemplateContract:
        """Return what the templates may use."""
        from sdksmith.targets.go.contract import CONTRACT

        return CONTRACT

    def samples(self, sdk: Sdk, names: Names, config: Config, options: GoOptions) -> SampleWriter:
        """Return the writer of sample programs."""
        from sdksmith.targets.go.docs.samples import GoSamples

        return GoSamples(sdk, names, options)

    def surface(self, sdk: Sdk, names: Names, config: Config, options: GoOptions) -> Surface:
        """Return the members of the module."""
        from sdksmith.targets.go.changes.surface import surface

        return surface(sdk, names, options)

    def read_surface(self, folder: Path) -> Surface | None:
        """Return nothing: a Go module can't be read back yet."""
        return None

    def outline(self, sdk: Sdk, names: Names, config: Config, options: GoOptions) -> Outline:
        """Return what users of the module write, to be shown."""
        from sdksmith.targets.go.outline import outline

        return outline(sdk, names, options)


TARGET = GoTarget()
