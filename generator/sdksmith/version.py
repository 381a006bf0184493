"""Version of sdksmith: the one line that the build and ``--version`` take it from."""

__version__ = "0.1.0"
