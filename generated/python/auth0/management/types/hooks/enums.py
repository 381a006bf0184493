from typing import Dict, List, TypeAlias

CreateHookSecretRequestContent: TypeAlias = Dict[str, str]
"""New secrets, from name to value."""


DeleteHookSecretRequestContent: TypeAlias = List[str]
"""Names of the secrets to remove."""


GetHookSecretResponseContent: TypeAlias = Dict[str, str]
"""What is stored for the hook, from secret name to value."""
