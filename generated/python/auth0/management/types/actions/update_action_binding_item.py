from typing import TypeAlias

from .action_binding_with_ref import ActionBindingWithRef, ActionBindingWithRefDict

UpdateActionBindingItem: TypeAlias = ActionBindingWithRef
"""One binding of the new list."""


UpdateActionBindingItemDict: TypeAlias = ActionBindingWithRefDict
"""``UpdateActionBindingItem`` as plain data."""
