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


class ChangePages:
    """Makes the pages, one for each state, newest first."""

    def __init__(self, site: Site, changes: Sequence[StateChanges]) -> None:
        self._site = site
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
                (kind, self._site.words[f"changes_{kind}"], [_view(line) for line in each.lines if line.bump == kind])
                for kind in _KINDS
            ]
            title = self._title(each)
            yield address, ChangesContext(
                script_words=self._site.script_words,
                site=self._site.view(address, crumb=title),
                title=title,
                bump=self._site.words[f"bump_{each.bump or 'none'}"],
                sections=[section for section in sections if section[2]],
            )

    def _title(self, each: StateChanges) -> str:
        return self._site.words["changes_from"].format(texts.visible(each.before), texts.visible(each.version))


def _view(line: ChangeLine) -> ChangeView:
    return ChangeView(
        what=line.what,
        marks=line.marks,
        members=tuple(map(texts.visible, line.members)),
        old=texts.visible(line.old),
        new=texts.visible(line.new),
    )
