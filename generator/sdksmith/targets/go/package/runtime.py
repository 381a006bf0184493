"""Sources that are copied into every module: those below ``templates/go/runtime``, without their tests."""

from __future__ import annotations

from typing import Final

#: What the sources call their own module; a copy has the module's path and the root package in its place.
PLACEHOLDER: Final = "sdksmith.invalid/runtime"

RUNTIME: Final = (
    "core/doc.go",
    "core/errors.go",
    "core/hooks.go",
    "core/page.go",
    "core/response.go",
    "core/stream.go",
    "core/values.go",
    "internal/call/body.go",
    "internal/call/doc.go",
    "internal/call/endpoint.go",
    "internal/call/events.go",
    "internal/call/log.go",
    "internal/call/pages.go",
    "internal/call/parameters.go",
    "internal/call/redirects.go",
    "internal/call/response.go",
    "internal/call/send.go",
    "internal/call/settings.go",
    "internal/call/source.go",
    "internal/call/tokens.go",
    "internal/codec/date.go",
    "internal/codec/decode.go",
    "internal/codec/doc.go",
    "internal/codec/encode.go",
    "internal/codec/errors.go",
    "internal/codec/extras.go",
    "internal/codec/memory.go",
    "internal/codec/null.go",
    "internal/codec/plan.go",
    "internal/codec/scalars.go",
    "internal/codec/text_module.go",
    "internal/codec/text_standard.go",
    "internal/codec/union.go",
    "option/doc.go",
    "option/option.go",
)

#: What the tests that a library brings need.
TEST_RUNTIME: Final = ("internal/wiretest/doc.go", "internal/wiretest/wiretest.go")
