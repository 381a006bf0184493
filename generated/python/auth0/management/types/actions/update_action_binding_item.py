from typing import TypeAlias

from .action_binding_with_ref import ActionBindingWithRef

UpdateActionBindingItem: TypeAlias = ActionBindingWithRef
"""One binding of the new list."""
