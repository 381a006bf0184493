"""Python, as the program knows it."""

from __future__ import annotations

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.model import Api, Ledger
from sdksmith.planned import PlannedFile
from sdksmith.targets.python.options import PythonOptions


class PythonTarget:
    """A package with a blocking and an asynchronous client."""

    name = "python"
    options = PythonOptions

    def plan(
        self, api: Api, config: Config, options: PythonOptions, ledger: Ledger, diagnostics: Diagnostics
    ) -> list[PlannedFile]:
        """Plan a package; see :class:`~sdksmith.targets.protocol.Target`."""
        from sdksmith.targets.python.plan import plan

        return plan(api, config, options, ledger, diagnostics)


TARGET = PythonTarget()
