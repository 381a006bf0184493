"""Names that generated Go uses itself, and that a document can't have."""

from __future__ import annotations

from typing import Final

from sdksmith.sdk.errors import ERRORS

KEYWORDS: Final = frozenset(
    (
        "break case chan const continue default defer else fallthrough for func go goto if import interface map package "
        "range return select struct switch type var"
    ).split()
)

#: Functions and errors of the root package.
TYPES: Final = frozenset(
    ("Ptr", "String", "Int", "Int64", "Bool", "Float64", "Time", "Null", "NullSlice", "NullMap", "APIError")
) | frozenset(ERRORS.values())

#: Methods that structs have, and what is embedded in them.
FIELDS: Final = frozenset(
    ("Extras", "ExtraProperties", "MarshalJSON", "OneOf", "SetExtraProperty", "String", "UnmarshalJSON")
)

#: What the bodies of methods mention: a parameter of that name would hide it.
PARAMETERS: Final = frozenset(
    "any bool byte c call context core ctx error false float64 int int64 nil option opts request string time true".split()
)

METHODS: Final = frozenset(("WithRawResponse",))

#: Ends of file names that the go command takes for a condition (go help buildconstraint), and devices of Windows.
FILE_ENDINGS: Final = frozenset(
    (
        "test aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 "
        "windows zos 386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le "
        "ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm"
    ).split()
)
