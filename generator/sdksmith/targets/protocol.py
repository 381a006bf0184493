"""Protocol that every target keeps, and all that the program knows of one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from sdksmith.config import Config, TargetOptions
from sdksmith.diagnostics import Diagnostics
from sdksmith.model import Ledger
from sdksmith.naming import Names, NamingProfile
from sdksmith.outline import Outline
from sdksmith.planned import PlannedFile, TemplateContract
from sdksmith.sdk import Method, Policy, Sdk
from sdksmith.sdk.wire.cases import GivenArgument
from sdksmith.surface import Surface


class SampleWriter(Protocol):
    """Writer of sample programs in the language of a target, for documentation in any form.

    Attributes
    ----------
    language
        As people call it: ``Python``.
    lexer
        As Pygments calls it: ``python``.
    """

    language: str
    lexer: str

    def install(self) -> str:
        """Return the command that installs the library."""
        ...

    def client(self) -> str:
        """Return the statements that make a client, imports included."""
        ...

    def name(self, method: Method) -> str:
        """Return how a program names a method: ``client.actions.create``."""
        ...

    def error(self, name: str) -> str:
        """Return how a program names an error: ``management.NotFoundError``."""
        ...

    def sample(self, method: Method, given: Sequence[GivenArgument]) -> str | None:
        """Return a whole program that makes a call; ``None`` where a value can't be written."""
        ...


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

    def policy(self, options: Any) -> Policy:
        """Return what the form wants otherwise than others: the library is designed with it.

        Parameters
        ----------
        options
            An instance of :attr:`options`.
        """
        ...

    def profile(self, sdk: Sdk, config: Config, options: Any) -> NamingProfile:
        """Return what names look like, and which ones are taken."""
        ...

    def plan(
        self, sdk: Sdk, names: Names, config: Config, options: Any, ledger: Ledger, diagnostics: Diagnostics
    ) -> list[PlannedFile]:
        """Plan every file.

        Parameters
        ----------
        sdk
            What the library offers, by the target's policy.
        names
            Its names, by the target's profile.
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

    def contract(self) -> TemplateContract:
        """Return what its templates may use."""
        ...

    def samples(self, sdk: Sdk, names: Names, config: Config, options: Any) -> SampleWriter | None:
        """Return the writer of sample programs; ``None`` for a form that is no library."""
        ...

    def surface(self, sdk: Sdk, names: Names, config: Config, options: Any) -> Surface | None:
        """Return what users of the library name; ``None`` for a form that is no library, or can't say it yet."""
        ...

    def read_surface(self, folder: Path) -> Surface | None:
        """Return what users of a generated library name, read from its folder alone; ``None`` where that can't be done.

        Raises
        ------
        ValueError
            A file of it is not in the language of the target.
        """
        ...

    def outline(self, sdk: Sdk, names: Names, config: Config, options: Any) -> Outline | None:
        """Return what users of the library write, to be shown; ``None`` for a form that is no library."""
        ...
