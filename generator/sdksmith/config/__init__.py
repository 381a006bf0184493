"""sdksmith.toml -> :class:`Config`. Every key is optional: without a file the defaults hold.

The tables of :mod:`sdksmith.config.tables`, and those of the targets, are the one place that says what a key is: its type,
default, example, and a sentence. Documentation, ``init``, error messages, completion and the JSON Schema are made of them.
"""

from sdksmith.config.loading import OptionsOf, load_config, to_config
from sdksmith.config.tables import (
    Acceptance,
    Config,
    LoadConfig,
    PagingChoice,
    PagingConfig,
    PagingConvention,
    PinnedNames,
    TargetOptions,
    VersioningConfig,
    described,
)

__all__ = [
    "Acceptance",
    "Config",
    "LoadConfig",
    "OptionsOf",
    "PagingChoice",
    "PagingConfig",
    "PagingConvention",
    "PinnedNames",
    "TargetOptions",
    "VersioningConfig",
    "described",
    "load_config",
    "to_config",
]
