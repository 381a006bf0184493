from typing import List, TypeAlias

from .set_user_authentication_methods import SetUserAuthenticationMethods

SetUserAuthenticationMethodsRequestContent: TypeAlias = List[
    SetUserAuthenticationMethods
]
"""All methods that the user shall have."""
