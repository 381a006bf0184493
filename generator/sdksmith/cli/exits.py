"""Exit codes."""

from __future__ import annotations

EXIT_OK = 0
EXIT_DRIFT = 1
EXIT_INPUT = 2
EXIT_USAGE = 3
EXIT_CONFLICT = 4
#: EX_SOFTWARE of sysexits.h: the program itself is at fault.
EXIT_BUG = 70
#: 128 + the signal's number, as shells report it.
EXIT_INTERRUPTED = 130
#: EX_IOERR of sysexits.h: what is printed has nowhere to go.
EXIT_OUTPUT = 74
EXIT_BROKEN_PIPE = 141

EXIT_CODES = """\b
Exit codes:
  0    it went well
  1    --check found files that differ, or diff found what --fail-on names
  2    the document, or an overlay, has errors
  3    wrong usage or configuration, or the output folder can't be written
  4    an edit of a generated file is in conflict with what is generated now
  70   a bug in sdksmith
  74   standard output can't be written
  130  interrupted
"""
