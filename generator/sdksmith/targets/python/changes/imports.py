"""The imports of programs that use a package."""

from __future__ import annotations

import re
from typing import Final

#: Where the names that programs use come from, in the order of the imports.
_IMPORTS: Final = (
    ("collections.abc", ("Mapping", "Sequence")),
    ("datetime", ("UTC", "datetime")),
    ("pathlib", ("Path",)),
    ("typing", ("Any", "Dict", "List", "Literal", "Optional", "Union")),
)


def imports_of(text: str, package: str) -> list[str]:
    """Return the blocks of imports that the text of a program needs."""
    used = set(re.findall(r"\w+", text))
    standard = [f"import {name}" for name in ("json", "re", "tomllib") if re.search(rf"\b{name}\.", text)]
    for module, names in _IMPORTS:
        needed = [name for name in names if name in used]
        standard += [f"from {module} import {', '.join(needed)}"] if needed else []
    own = [f"import {package} as library"] if "library" in used else []
    needed = [name for name in ("errors", "types") if re.search(rf"\b{name}\.", text)]
    own += [f"from {package} import {', '.join(needed)}"] if needed else []
    needed = [name for name in ("MockResponse", "MockTransport") if name in used]
    own += [f"from {package}.core import {', '.join(needed)}"] if needed else []
    return ["\n".join(block) for block in (standard, own) if block]
