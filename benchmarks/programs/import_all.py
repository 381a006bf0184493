"""Imports every module of a package: ``import_all.py PACKAGE``; prints how many, and fails with the first that fails."""

import importlib
import pkgutil
import sys


def main(name: str) -> None:
    """Import them."""
    package = importlib.import_module(name)
    count = 1
    for module in pkgutil.walk_packages(getattr(package, "__path__", []), name + "."):
        importlib.import_module(module.name)
        count += 1
    print(count)


main(sys.argv[1])
