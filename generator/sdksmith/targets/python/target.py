"""Python, as the program knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.targets.python.options import PythonOptions

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


class PythonTarget:
    """A package with a blocking and an asynchronous client."""

    name = "python"
    options = PythonOptions

    def policy(self, options: PythonOptions) -> Policy:
        """Return the usual policy: Python has keywords for the properties of a body."""
        from sdksmith.sdk import Policy

        return Policy()

    def profile(self, sdk: Sdk, config: Config, options: PythonOptions) -> NamingProfile:
        """Return what names look like in Python."""
        from sdksmith.targets.python.package.profile import naming_profile

        return naming_profile(sdk.api, config, options)

    def plan(
        self, sdk: Sdk, names: Names, config: Config, options: PythonOptions, ledger: Ledger, diagnostics: Diagnostics
    ) -> list[PlannedFile]:
        """Plan a package; see :class:`~sdksmith.targets.protocol.Target`."""
        from sdksmith.planned import headed
        from sdksmith.targets.python.plan import plan

        files = plan(sdk, names, config, options, ledger, diagnostics)
        return headed(files, config.file_header, ending=".py", mark="#")

    def contract(self) -> TemplateContract:
        """Return what the templates may use."""
        from sdksmith.targets.python.contract import CONTRACT

        return CONTRACT

    def samples(self, sdk: Sdk, names: Names, config: Config, options: PythonOptions) -> SampleWriter:
        """Return the writer of sample programs."""
        from sdksmith.targets.python.docs.samples import PythonSamples

        return PythonSamples(sdk, names, config, options)

    def surface(self, sdk: Sdk, names: Names, config: Config, options: PythonOptions) -> Surface:
        """Return the members of the package."""
        from sdksmith.targets.python.changes.surface import surface

        return surface(sdk, names, config, options)

    def read_surface(self, folder: Path) -> Surface | None:
        """Return the members of a package, read from its source."""
        from sdksmith.targets.python.changes.reading import read

        return read(folder)

    def outline(self, sdk: Sdk, names: Names, config: Config, options: PythonOptions) -> Outline:
        """Return what users of the package write, to be shown."""
        from sdksmith.targets.python.outline import outline

        return outline(sdk, names, config, options)


TARGET = PythonTarget()
