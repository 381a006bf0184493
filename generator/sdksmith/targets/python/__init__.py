"""The Python target: model -> the files of a Python package."""

from sdksmith.targets.python.plan import plan

__all__ = ["plan"]
