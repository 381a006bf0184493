"""Results of earlier runs in the user's cache folder, so that the same input is not generated twice.

It is an optimisation and nothing else: whatever is wrong with the folder or with an entry, the run goes on as if there
were none, and what is written never depends on it. Why it can be trusted: docs/decisions/0014-speed-and-cache.md.
"""

from sdksmith.cache.folder import cache_folder
from sdksmith.cache.runs import Request, Run, RunCache, TargetRun, located
from sdksmith.cache.store import Store

__all__ = ["Request", "Run", "RunCache", "Store", "TargetRun", "cache_folder", "located"]
