"""Every public name, decided in one pass from content alone: never from the order of the document.

Imports the model and what a library offers (`sdk`); what names look like is a target's profile.
"""

from sdksmith.naming.cases import CAMEL, CAPITALIZED, PASCAL, SNAKE, UPPER, Case
from sdksmith.naming.names import GroupName, Names, assign_names
from sdksmith.naming.profile import NamingProfile, Role
from sdksmith.naming.settling import digest, settle

__all__ = [
    "CAMEL",
    "CAPITALIZED",
    "PASCAL",
    "SNAKE",
    "UPPER",
    "Case",
    "GroupName",
    "Names",
    "NamingProfile",
    "Role",
    "assign_names",
    "digest",
    "settle",
]
