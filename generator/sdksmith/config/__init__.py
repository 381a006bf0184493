"""sdksmith.toml -> :class:`Config`. Every key is optional: without a file the defaults hold.

The tables of :mod:`sdksmith.config.tables`, and those of the targets, are the one place that says what a key is: its type,
default, example, and a sentence. Documentation, ``init``, error messages, completion and the JSON Schema are made of them.
"""

from sdksmith.config.loading import OptionsOf, load_config, to_config
from sdksmith.config.tables import (
    Config,
    LoadConfig,
    PagingChoice,
    PagingConfig,
    PagingConvention,
    TargetOptions,
    described,
)

__all__ = [
    "Config",
    "LoadConfig",
    "OptionsOf",
    "PagingChoice",
    "PagingConfig",
    "PagingConvention",
    "TargetOptions",
    "described",
    "load_config",
    "to_config",
]
