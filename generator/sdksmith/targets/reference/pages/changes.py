"""Pages that tell what changed for users of the libraries from one state of the document to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdksmith.surface import ChangeLine, StateChanges
from sdksmith.targets.reference.frame.addresses import version_addresses
from sdksmith.targets.reference.frame.site import Site
from sdksmith.targets.reference.frame.views import PageLink
from sdksmith.targets.reference.markup import texts
from sdksmith.targets.reference.pages.views import ChangesContext, ChangeView

_KINDS = ("breaking", "minor", "patch", "api")
#: Marks, the worst first.
_BREAKS = ("silent", "types", "run", "wire")


class ChangePages:
    """Makes the pages, one for each state, newest first.

    Parameters
    ----------
    language
        That of the library whose names the changes have; ``""`` where no library is made.
    """

    def __init__(self, site: Site, changes: Sequence[StateChanges], language: str) -> None:
        self._site = site
        self._language = language
        self._changes = changes
        self._addresses = version_addresses([each.version for each in changes])

    def links(self, address: str) -> list[PageLink]:
        """Return links to all of them."""
        return [
            PageLink(
                self._title(each),
                self._site.to(address, page),
                self._site.words[f"bump_{each.bump or 'none'}"],
            )
            for page, each in zip(self._addresses, self._changes, strict=True)
        ]

    def pages(self) -> Iterator[tuple[str, ChangesContext]]:
        """Yield each page with its address."""
        for address, each in zip(self._addresses, self._changes, strict=True):
            sections = [
                (
                    kind,
                    self._site.words[f"changes_{kind}"],
                    [self._view(line) for line in each.lines if line.bump == kind],
                )
                for kind in _KINDS
            ]
            title = self._title(each)
            broken = {mark for line in each.lines for mark in line.marks}
            yield address, ChangesContext(
                script_words=self._site.script_words,
                site=self._site.view(address, crumb=title),
                title=title,
                bump=self._site.words[f"bump_{each.bump or 'none'}"],
                named=self._site.words["changes_named"].format(self._language) if self._language and each.lines else "",
                breaks=[
                    (mark, self._site.words[f"break_{mark}"], self._site.words[f"break_{mark}_text"])
                    for mark in _BREAKS
                    if mark in broken
                ],
                sections=[section for section in sections if section[2]],
            )

    def _title(self, each: StateChanges) -> str:
        return self._site.words["changes_from"].format(texts.visible(each.before), texts.visible(each.version))

    def _view(self, line: ChangeLine) -> ChangeView:
        words = self._site.words
        return ChangeView(
            what=words.get(f"change_{line.code}") or line.code.replace("-", " "),
            marks=tuple((mark, words[f"break_{mark}"]) for mark in line.marks),
            members=tuple(map(texts.visible, line.members)),
            old=texts.visible(line.old),
            new=texts.visible(line.new),
        )
