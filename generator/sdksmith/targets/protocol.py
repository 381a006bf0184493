"""Protocol that every target keeps, and all that the program knows of one."""

from __future__ import annotations

from typing import Any, Protocol

from sdksmith.config import Config, TargetOptions
from sdksmith.diagnostics import Diagnostics
from sdksmith.model import Api, Ledger
from sdksmith.planned import PlannedFile


class Target(Protocol):
    """A form that a library can take.

    Its templates, and the sources that it copies as they are, stand in ``templates/<name>/``.
    """

    @property
    def name(self) -> str:
        """Name of its table in the config, of its folder of templates, and of ``--target``."""
        ...

    @property
    def options(self) -> type[TargetOptions]:
        """Table of the config, ``[targets.<name>]``; every key has a default."""
        ...

    def plan(
        self, api: Api, config: Config, options: Any, ledger: Ledger, diagnostics: Diagnostics
    ) -> list[PlannedFile]:
        """Plan every file.

        Parameters
        ----------
        options
            An instance of :attr:`options`.
        ledger
            Gets what the target can't express.
        diagnostics
            Gets findings; after an error nothing is written.

        Returns
        -------
        list of PlannedFile
            Paths are relative to the target's output folder.
        """
        ...
