"""Every public name, decided in one pass from content alone: never from the order of the document."""

from sdksmith.naming.names import GroupName, Names, assign_names
from sdksmith.naming.rules import NamingRules

__all__ = ["GroupName", "Names", "NamingRules", "assign_names"]
