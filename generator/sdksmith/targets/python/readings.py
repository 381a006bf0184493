"""Which declarations a part of the plan was made of: noted while it is made, so that nobody has to keep a list."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager

from sdksmith.model import Declaration
from sdksmith.model.types import Symbol
from sdksmith.targets.python.outlines import outline

#: Told the part that is planned while the context lasts.
ReadingFor = Callable[[str], AbstractContextManager[None]]

#: What is decided for the package as a whole: which enums are tags, which calls examples show.
TAGS = "tags"
SHOWCASE = "showcase"
#: What the README shows, what the test of the import budget does, and the rest of the overview.
README = "readme"
BUDGET = "budget"
OVERVIEW = "overview"


class Readings(Mapping[Symbol, Declaration]):
    """Declarations that note for which part of the plan they are read.

    Attributes
    ----------
    by_part
        Part -> the declarations that were read for it, those included that were looked for in vain.
    """

    def __init__(self, declarations: Mapping[Symbol, Declaration]) -> None:
        self.declarations = declarations
        self._noted: set[Symbol] = set()
        self.by_part: dict[str, set[Symbol]] = {}

    def __getitem__(self, symbol: Symbol) -> Declaration:
        self._noted.add(symbol)
        return self.declarations[symbol]

    def __iter__(self) -> Iterator[Symbol]:
        return iter(self.declarations)

    def __len__(self) -> int:
        return len(self.declarations)

    @contextmanager
    def reading_for(self, part: str) -> Generator[None]:
        """Note what is read from here on as read for a part."""
        before = self._noted
        self._noted = self.by_part.setdefault(part, set())
        try:
            yield
        finally:
            self._noted = before


class Outlines(Mapping[Symbol, Declaration]):
    """The outlines of declarations, for whoever has no need to see more; nothing is noted."""

    def __init__(self, declarations: Mapping[Symbol, Declaration]) -> None:
        self._declarations = declarations.declarations if isinstance(declarations, Readings) else declarations

    def __getitem__(self, symbol: Symbol) -> Declaration:
        return outline(self._declarations[symbol])

    def __iter__(self) -> Iterator[Symbol]:
        return iter(self._declarations)

    def __len__(self) -> int:
        return len(self._declarations)
