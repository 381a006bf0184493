"""The ``users`` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Optional

from .. import types as _types
from ..core import (
    OMIT,
    AsyncRawResource,
    AsyncResource,
    PageNumber,
    RawResource,
    Resource,
    async_raw_method,
    raw_method,
    unchanged_method,
)

if TYPE_CHECKING:
    from ..core import AsyncPager, RequestOptions, SyncPager
    from ..types import (
        AppMetadata,
        GetUserResponseContent,
        ListUsersOffsetPaginatedResponseContent,
        SearchEngineVersionsEnum,
        UpdateUserResponseContent,
        UserMetadata,
        UserResponseSchema,
    )
    from .authentication_methods.client import (
        AsyncAuthenticationMethodsClient,
        AuthenticationMethodsClient,
    )
    from .effective_permissions.client import (
        AsyncEffectivePermissionsClient,
        EffectivePermissionsClient,
    )
    from .identities.client import AsyncIdentitiesClient, IdentitiesClient
    from .sessions.client import AsyncSessionsClient, SessionsClient


class UsersClient(Resource):
    """People who log in."""

    @cached_property
    def authentication_methods(self) -> AuthenticationMethodsClient:
        """The ``authentication_methods`` operations."""
        from .authentication_methods.client import AuthenticationMethodsClient

        return AuthenticationMethodsClient(self._api)

    @cached_property
    def effective_permissions(self) -> EffectivePermissionsClient:
        """The ``effective_permissions`` operations."""
        from .effective_permissions.client import EffectivePermissionsClient

        return EffectivePermissionsClient(self._api)

    @cached_property
    def identities(self) -> IdentitiesClient:
        """The ``identities`` operations."""
        from .identities.client import IdentitiesClient

        return IdentitiesClient(self._api)

    @cached_property
    def sessions(self) -> SessionsClient:
        """The ``sessions`` operations."""
        from .sessions.client import SessionsClient

        return SessionsClient(self._api)

    @property
    def with_raw_response(self) -> RawUsersClient:
        """The same methods, returning the whole response."""
        return RawUsersClient(self)

    def delete(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Take a user out of the tenant

        Takes a user away for good.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: delete:users,
            delete:current_user.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.users.delete("id")
        """
        return self._api.call(
            None,
            "DELETE",
            "/users/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )

    def get(
        self,
        id: str,
        *,
        fields: Optional[str] = None,
        include_fields: Optional[bool] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> GetUserResponseContent:
        """Look up one user

        Gives what is stored about a user; `fields` cuts the answer down.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        fields : Optional[str]
            Names of the fields to give or to leave out, separated by commas.
        include_fields : Optional[bool]
            True gives only the named fields, false all but these.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetUserResponseContent
            The user that was asked for.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: read:users, read:current_user,
            read:user_idp_tokens.
        NotFoundError
            There is no such user.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.users.get("id")
        """
        return self._api.call(
            _types.GetUserResponseContent,
            "GET",
            "/users/{id}",
            path_parameters={"id": id},
            query={"fields": fields, "include_fields": include_fields},
            request_options=request_options,
        )

    def list(
        self,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        include_totals: Optional[bool] = True,
        sort: Optional[str] = None,
        connection: Optional[str] = None,
        fields: Optional[str] = None,
        include_fields: Optional[bool] = None,
        q: Optional[str] = None,
        search_engine: Optional[SearchEngineVersionsEnum] = None,
        primary_order: Optional[bool] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> SyncPager[UserResponseSchema, ListUsersOffsetPaginatedResponseContent]:
        """Search the users

        Gives the users that match a query. Only the first 1,000 matches can be reached
        by page number.

        Parameters
        ----------
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.

            0 to 100.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        sort : Optional[str]
            Field to order by, then `:1` for rising or `:-1` for falling order.
        connection : Optional[str]
            Connection the users belong to; for the first search engine only.
        fields : Optional[str]
            Names of the fields to give or to leave out, separated by commas.
        include_fields : Optional[bool]
            True gives only the named fields, false all but these.
        q : Optional[str]
            Search query in Lucene syntax.
        search_engine : Optional[SearchEngineVersionsEnum]
            Which search engine answers the query.
        primary_order : Optional[bool]
            False gives up a stable order for speed.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        SyncPager[UserResponseSchema, ListUsersOffsetPaginatedResponseContent]
            Users, bare or in an offset page.

        Raises
        ------
        BadRequestError
            - The request is not valid; the message names the fault.
            - The query needs a newer search engine than the one chosen.
            - The page lies beyond the first 1,000 matches.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: read:users,
            read:user_idp_tokens.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ServiceUnavailableError
            The search took too long; a narrower query may succeed.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            for item in client.users.list():
                print(item)
        """
        return self._api.paginate(
            _types.ListUsersOffsetPaginatedResponseContent,
            "GET",
            "/users",
            query={
                "page": page,
                "per_page": per_page,
                "include_totals": include_totals,
                "sort": sort,
                "connection": connection,
                "fields": fields,
                "include_fields": include_fields,
                "q": q,
                "search_engine": search_engine,
                "primary_order": primary_order,
            },
            items=lambda page: page.users,
            rule=PageNumber("page"),
            item=_types.UserResponseSchema,
            request_options=request_options,
        )

    def update(
        self,
        id: str,
        *,
        blocked: Optional[bool] = OMIT,
        email_verified: Optional[bool] = OMIT,
        email: Optional[str] = OMIT,
        phone_number: Optional[str] = OMIT,
        user_metadata: Optional[UserMetadata] = OMIT,
        app_metadata: Optional[AppMetadata] = OMIT,
        given_name: Optional[str] = OMIT,
        name: Optional[str] = OMIT,
        verify_email: Optional[bool] = OMIT,
        password: Optional[str] = OMIT,
        connection: Optional[str] = OMIT,
        client_id: Optional[str] = OMIT,
        username: Optional[str] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> UpdateUserResponseContent:
        """Edit what is stored about a user

        Alters the fields that are sent, and leaves the others. Metadata is merged at
        its first level only; null takes a value away.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        blocked : Optional[bool]
            True keeps the user from logging in.

            The server's default is false.
        email_verified : Optional[bool]
            Whether the email address is known to belong to the user.

            The server's default is false.
        email : Optional[str]
            Where the user reads email.

            The server's default is john.doe@gmail.com.
        phone_number : Optional[str]
            Phone number in E.164 form.

            Matches ^\\+[0-9]{1,15}$; the server's default is +199999999999999.
        user_metadata : Optional[UserMetadata]
            Facts that the user may edit.
        app_metadata : Optional[AppMetadata]
            Facts that the user cannot edit.
        given_name : Optional[str]
            First name, or several.

            1 to 150 characters; the server's default is John.
        name : Optional[str]
            What the user is called.

            1 to 300 characters; the server's default is John Doe.
        verify_email : Optional[bool]
            Whether to send an email that asks for confirmation.

            The server's default is false.
        password : Optional[str]
            Password, for database connections only.

            At least 1 character; the server's default is secret.
        connection : Optional[str]
            Connection the change is made in.

            At least 1 character; the server's default is Initial-Connection.
        client_id : Optional[str]
            Application to name in emails, when the address changes.

            At least 1 character; the server's default is
            DaM8bokEXBWrTUFCiJjWn50jei6ardyX.
        username : Optional[str]
            Short name to log in with, where the connection uses one.

            1 to 128 characters; the server's default is johndoe.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        UpdateUserResponseContent
            The user after the change.

        Raises
        ------
        BadRequestError
            - The request is not valid; the message names the fault.
            - The email address and the password cannot change in one call.
            - The connection of the user does not allow this change.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: update:users,
            update:users_app_metadata, update:current_user_metadata.
        NotFoundError
            There is no such user.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.users.update("id")
        """
        return self._api.call(
            _types.UpdateUserResponseContent,
            "PATCH",
            "/users/{id}",
            path_parameters={"id": id},
            json={
                "blocked": blocked,
                "email_verified": email_verified,
                "email": email,
                "phone_number": phone_number,
                "user_metadata": user_metadata,
                "app_metadata": app_metadata,
                "given_name": given_name,
                "name": name,
                "verify_email": verify_email,
                "password": password,
                "connection": connection,
                "client_id": client_id,
                "username": username,
            },
            request_options=request_options,
        )


class RawUsersClient(RawResource[UsersClient]):
    """The operations of ``UsersClient``, returning ``HttpResponse``."""

    delete = raw_method(UsersClient.delete)
    get = raw_method(UsersClient.get)
    list = unchanged_method(UsersClient.list)
    update = raw_method(UsersClient.update)


class AsyncUsersClient(AsyncResource):
    """People who log in."""

    @cached_property
    def authentication_methods(self) -> AsyncAuthenticationMethodsClient:
        """The ``authentication_methods`` operations."""
        from .authentication_methods.client import AsyncAuthenticationMethodsClient

        return AsyncAuthenticationMethodsClient(self._api)

    @cached_property
    def effective_permissions(self) -> AsyncEffectivePermissionsClient:
        """The ``effective_permissions`` operations."""
        from .effective_permissions.client import AsyncEffectivePermissionsClient

        return AsyncEffectivePermissionsClient(self._api)

    @cached_property
    def identities(self) -> AsyncIdentitiesClient:
        """The ``identities`` operations."""
        from .identities.client import AsyncIdentitiesClient

        return AsyncIdentitiesClient(self._api)

    @cached_property
    def sessions(self) -> AsyncSessionsClient:
        """The ``sessions`` operations."""
        from .sessions.client import AsyncSessionsClient

        return AsyncSessionsClient(self._api)

    @property
    def with_raw_response(self) -> AsyncRawUsersClient:
        """The same methods, returning the whole response."""
        return AsyncRawUsersClient(self)

    async def delete(
        self,
        id: str,
        *,
        request_options: Optional[RequestOptions] = None,
    ) -> None:
        """Take a user out of the tenant

        Takes a user away for good.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: delete:users,
            delete:current_user.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            import asyncio

            from auth0.management import AsyncAuth0

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.users.delete("id")


            asyncio.run(main())
        """
        return await self._api.call(
            None,
            "DELETE",
            "/users/{id}",
            path_parameters={"id": id},
            request_options=request_options,
        )

    async def get(
        self,
        id: str,
        *,
        fields: Optional[str] = None,
        include_fields: Optional[bool] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> GetUserResponseContent:
        """Look up one user

        Gives what is stored about a user; `fields` cuts the answer down.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        fields : Optional[str]
            Names of the fields to give or to leave out, separated by commas.
        include_fields : Optional[bool]
            True gives only the named fields, false all but these.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        GetUserResponseContent
            The user that was asked for.

        Raises
        ------
        BadRequestError
            The request is not valid; the message names the fault.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: read:users, read:current_user,
            read:user_idp_tokens.
        NotFoundError
            There is no such user.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            import asyncio

            from auth0.management import AsyncAuth0

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.users.get("id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.GetUserResponseContent,
            "GET",
            "/users/{id}",
            path_parameters={"id": id},
            query={"fields": fields, "include_fields": include_fields},
            request_options=request_options,
        )

    async def list(
        self,
        *,
        page: Optional[int] = 0,
        per_page: Optional[int] = 50,
        include_totals: Optional[bool] = True,
        sort: Optional[str] = None,
        connection: Optional[str] = None,
        fields: Optional[str] = None,
        include_fields: Optional[bool] = None,
        q: Optional[str] = None,
        search_engine: Optional[SearchEngineVersionsEnum] = None,
        primary_order: Optional[bool] = None,
        request_options: Optional[RequestOptions] = None,
    ) -> AsyncPager[UserResponseSchema, ListUsersOffsetPaginatedResponseContent]:
        """Search the users

        Gives the users that match a query. Only the first 1,000 matches can be reached
        by page number.

        Parameters
        ----------
        page : Optional[int]
            Number of the page, counted from 0.
        per_page : Optional[int]
            How many entries a page holds at most.

            0 to 100.
        include_totals : Optional[bool]
            True wraps the list in an object that also counts all matches.
        sort : Optional[str]
            Field to order by, then `:1` for rising or `:-1` for falling order.
        connection : Optional[str]
            Connection the users belong to; for the first search engine only.
        fields : Optional[str]
            Names of the fields to give or to leave out, separated by commas.
        include_fields : Optional[bool]
            True gives only the named fields, false all but these.
        q : Optional[str]
            Search query in Lucene syntax.
        search_engine : Optional[SearchEngineVersionsEnum]
            Which search engine answers the query.
        primary_order : Optional[bool]
            False gives up a stable order for speed.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        AsyncPager[UserResponseSchema, ListUsersOffsetPaginatedResponseContent]
            Users, bare or in an offset page.

        Raises
        ------
        BadRequestError
            - The request is not valid; the message names the fault.
            - The query needs a newer search engine than the one chosen.
            - The page lies beyond the first 1,000 matches.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: read:users,
            read:user_idp_tokens.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ServiceUnavailableError
            The search took too long; a narrower query may succeed.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            import asyncio

            from auth0.management import AsyncAuth0

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                async for item in await client.users.list():
                    print(item)


            asyncio.run(main())
        """
        return await self._api.paginate(
            _types.ListUsersOffsetPaginatedResponseContent,
            "GET",
            "/users",
            query={
                "page": page,
                "per_page": per_page,
                "include_totals": include_totals,
                "sort": sort,
                "connection": connection,
                "fields": fields,
                "include_fields": include_fields,
                "q": q,
                "search_engine": search_engine,
                "primary_order": primary_order,
            },
            items=lambda page: page.users,
            rule=PageNumber("page"),
            item=_types.UserResponseSchema,
            request_options=request_options,
        )

    async def update(
        self,
        id: str,
        *,
        blocked: Optional[bool] = OMIT,
        email_verified: Optional[bool] = OMIT,
        email: Optional[str] = OMIT,
        phone_number: Optional[str] = OMIT,
        user_metadata: Optional[UserMetadata] = OMIT,
        app_metadata: Optional[AppMetadata] = OMIT,
        given_name: Optional[str] = OMIT,
        name: Optional[str] = OMIT,
        verify_email: Optional[bool] = OMIT,
        password: Optional[str] = OMIT,
        connection: Optional[str] = OMIT,
        client_id: Optional[str] = OMIT,
        username: Optional[str] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> UpdateUserResponseContent:
        """Edit what is stored about a user

        Alters the fields that are sent, and leaves the others. Metadata is merged at
        its first level only; null takes a value away.

        Parameters
        ----------
        id : str
            Picks out the user to work on.
        blocked : Optional[bool]
            True keeps the user from logging in.

            The server's default is false.
        email_verified : Optional[bool]
            Whether the email address is known to belong to the user.

            The server's default is false.
        email : Optional[str]
            Where the user reads email.

            The server's default is john.doe@gmail.com.
        phone_number : Optional[str]
            Phone number in E.164 form.

            Matches ^\\+[0-9]{1,15}$; the server's default is +199999999999999.
        user_metadata : Optional[UserMetadata]
            Facts that the user may edit.
        app_metadata : Optional[AppMetadata]
            Facts that the user cannot edit.
        given_name : Optional[str]
            First name, or several.

            1 to 150 characters; the server's default is John.
        name : Optional[str]
            What the user is called.

            1 to 300 characters; the server's default is John Doe.
        verify_email : Optional[bool]
            Whether to send an email that asks for confirmation.

            The server's default is false.
        password : Optional[str]
            Password, for database connections only.

            At least 1 character; the server's default is secret.
        connection : Optional[str]
            Connection the change is made in.

            At least 1 character; the server's default is Initial-Connection.
        client_id : Optional[str]
            Application to name in emails, when the address changes.

            At least 1 character; the server's default is
            DaM8bokEXBWrTUFCiJjWn50jei6ardyX.
        username : Optional[str]
            Short name to log in with, where the connection uses one.

            1 to 128 characters; the server's default is johndoe.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        UpdateUserResponseContent
            The user after the change.

        Raises
        ------
        BadRequestError
            - The request is not valid; the message names the fault.
            - The email address and the password cannot change in one call.
            - The connection of the user does not allow this change.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks a scope that would do: update:users,
            update:users_app_metadata, update:current_user_metadata.
        NotFoundError
            There is no such user.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            import asyncio

            from auth0.management import AsyncAuth0

            client = AsyncAuth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")


            async def main() -> None:
                await client.users.update("id")


            asyncio.run(main())
        """
        return await self._api.call(
            _types.UpdateUserResponseContent,
            "PATCH",
            "/users/{id}",
            path_parameters={"id": id},
            json={
                "blocked": blocked,
                "email_verified": email_verified,
                "email": email,
                "phone_number": phone_number,
                "user_metadata": user_metadata,
                "app_metadata": app_metadata,
                "given_name": given_name,
                "name": name,
                "verify_email": verify_email,
                "password": password,
                "connection": connection,
                "client_id": client_id,
                "username": username,
            },
            request_options=request_options,
        )


class AsyncRawUsersClient(AsyncRawResource[AsyncUsersClient]):
    """The operations of ``AsyncUsersClient``, returning ``HttpResponse``."""

    delete = async_raw_method(AsyncUsersClient.delete)
    get = async_raw_method(AsyncUsersClient.get)
    list = unchanged_method(AsyncUsersClient.list)
    update = async_raw_method(AsyncUsersClient.update)
