"""The libraries that are made from the same configuration: whose samples the pages show."""

from __future__ import annotations

from sdksmith.config import Config
from sdksmith.naming import assign_names
from sdksmith.sdk import Sdk
from sdksmith.targets.protocol import SampleWriter
from sdksmith.targets.registry import find_target, target_names


def writers_of(sdk: Sdk, config: Config, own: str) -> list[SampleWriter]:
    """Return the sample writers of the configured targets, in the order of the table of targets, without `own`."""
    found: list[SampleWriter] = []
    for name in target_names():
        if name not in config.targets or name == own:
            continue
        target = find_target(name)
        options = config.targets[name]
        writer = target.samples(sdk, assign_names(sdk, target.profile(sdk, config, options)), config, options)
        if writer is not None:
            found.append(writer)
    return found
