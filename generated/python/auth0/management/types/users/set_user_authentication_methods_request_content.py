from typing import List, Sequence, TypeAlias, Union

from .set_user_authentication_methods import (
    SetUserAuthenticationMethods,
    SetUserAuthenticationMethodsDict,
)

SetUserAuthenticationMethodsRequestContent: TypeAlias = List[
    SetUserAuthenticationMethods
]
"""All methods that the user shall have."""


SetUserAuthenticationMethodsRequestContentDict: TypeAlias = Sequence[
    Union[SetUserAuthenticationMethods, SetUserAuthenticationMethodsDict]
]
"""``SetUserAuthenticationMethodsRequestContent`` as plain data."""
