"""Order of the stages, known here alone: what is read, decided, rendered and written, and in which order.

Stages are imported when they are run, so that a command pays only for what it does. Imports all but `cli`, `api`,
`inspection` and `presentation`, which use it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.pipeline.generating import generate as generate
from sdksmith.pipeline.outcomes import GenerateOutcome as GenerateOutcome
from sdksmith.pipeline.outcomes import Inspection as Inspection
from sdksmith.pipeline.outcomes import TargetOutcome as TargetOutcome
from sdksmith.pipeline.outcomes import Vectors as Vectors
from sdksmith.pipeline.outcomes import conflicts_of as conflicts_of
from sdksmith.pipeline.outcomes import interrupted_at as interrupted_at
from sdksmith.pipeline.outcomes import is_usage_failure as is_usage_failure
from sdksmith.pipeline.reading import inspect as inspect
from sdksmith.pipeline.reading import read_surface as read_surface
from sdksmith.pipeline.reading import surface as surface
from sdksmith.pipeline.reading import title as title
from sdksmith.pipeline.reading import validate as validate
from sdksmith.pipeline.reading import vectors as vectors
from sdksmith.pipeline.writing import write_depfile as write_depfile

if TYPE_CHECKING:
    from sdksmith.output import Drift as Drift
