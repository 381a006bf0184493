"""The ``jobs.users_imports`` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ... import types as _types
from ...core import (
    OMIT,
    AsyncRawResource,
    AsyncResource,
    RawResource,
    Resource,
    async_raw_method,
    raw_method,
)

if TYPE_CHECKING:
    from ...core import File, RequestOptions
    from ...types import CreateImportUsersResponseContent


class UsersImportsClient(Resource):
    """The ``jobs.users_imports`` operations, blocking."""

    @property
    def with_raw_response(self) -> RawUsersImportsClient:
        """The same methods, returning the whole response."""
        return RawUsersImportsClient(self)

    def create(
        self,
        *,
        users: File,
        connection_id: str,
        upsert: Optional[bool] = OMIT,
        external_id: Optional[str] = OMIT,
        send_completion_email: Optional[bool] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateImportUsersResponseContent:
        """Start an import of users

        Takes a file of users, and reads it into a database connection in the
        background. The answer names the job, whose state can be asked for later.

        Parameters
        ----------
        users : File
            The file: a JSON array of users.
        connection_id : str
            Which connection is meant.

            Matches ^con_[A-Za-z0-9]{16}$; the server's default is con_0000000000000001.
        upsert : Optional[bool]
            True overwrites users that exist already.

            The server's default is false.
        external_id : Optional[str]
            A label of your own, handed back with the job.
        send_completion_email : Optional[bool]
            Whether the owners of the tenant get an email at the end.

            The server's default is true.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateImportUsersResponseContent
            The job that has been queued.

        Raises
        ------
        BadRequestError
            - The request is not valid; the message names the fault.
            - The file with the users is missing.
            - The identifier of the connection is missing.
            - The file holds no users.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:users.
        ContentTooLargeError
            The body is larger than the service takes.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        InternalServerError
            The service failed.
        ApiError
            The server answered with another status.
        TransportError
            There was no response.

        Examples
        --------
            from auth0.management import Auth0

            client = Auth0(token="YOUR_TOKEN", tenant_domain="YOUR_TENANT.auth0.com")
            client.jobs.users_imports.create(users=b"content", connection_id="con_0000000000000001")
        """
        return self._api.call(
            _types.CreateImportUsersResponseContent,
            "POST",
            "/jobs/users-imports",
            multipart={
                "connection_id": connection_id,
                "upsert": upsert,
                "external_id": external_id,
                "send_completion_email": send_completion_email,
            },
            files={"users": users},
            request_options=request_options,
        )


class RawUsersImportsClient(RawResource[UsersImportsClient]):
    """The operations of ``UsersImportsClient``, returning ``HttpResponse``."""

    create = raw_method(UsersImportsClient.create)


class AsyncUsersImportsClient(AsyncResource):
    """The ``jobs.users_imports`` operations, asynchronous."""

    @property
    def with_raw_response(self) -> AsyncRawUsersImportsClient:
        """The same methods, returning the whole response."""
        return AsyncRawUsersImportsClient(self)

    async def create(
        self,
        *,
        users: File,
        connection_id: str,
        upsert: Optional[bool] = OMIT,
        external_id: Optional[str] = OMIT,
        send_completion_email: Optional[bool] = OMIT,
        request_options: Optional[RequestOptions] = None,
    ) -> CreateImportUsersResponseContent:
        """Start an import of users

        Takes a file of users, and reads it into a database connection in the
        background. The answer names the job, whose state can be asked for later.

        Parameters
        ----------
        users : File
            The file: a JSON array of users.
        connection_id : str
            Which connection is meant.

            Matches ^con_[A-Za-z0-9]{16}$; the server's default is con_0000000000000001.
        upsert : Optional[bool]
            True overwrites users that exist already.

            The server's default is false.
        external_id : Optional[str]
            A label of your own, handed back with the job.
        send_completion_email : Optional[bool]
            Whether the owners of the tenant get an email at the end.

            The server's default is true.
        request_options : Optional[RequestOptions]
            Settings of this call alone, such as its timeout or extra headers.

        Returns
        -------
        CreateImportUsersResponseContent
            The job that has been queued.

        Raises
        ------
        BadRequestError
            - The request is not valid; the message names the fault.
            - The file with the users is missing.
            - The identifier of the connection is missing.
            - The file holds no users.
        UnauthorizedError
            The access token is missing, has expired or is not genuine.
        ForbiddenError
            The access token lacks the scope create:users.
        ContentTooLargeError
            The body is larger than the service takes.
        TooManyRequestsError
            Too many calls; the X-RateLimit headers tell when to go on.
        InternalServerError
            The service failed.
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
                await client.jobs.users_imports.create(
                    users=b"content", connection_id="con_0000000000000001"
                )


            asyncio.run(main())
        """
        return await self._api.call(
            _types.CreateImportUsersResponseContent,
            "POST",
            "/jobs/users-imports",
            multipart={
                "connection_id": connection_id,
                "upsert": upsert,
                "external_id": external_id,
                "send_completion_email": send_completion_email,
            },
            files={"users": users},
            request_options=request_options,
        )


class AsyncRawUsersImportsClient(AsyncRawResource[AsyncUsersImportsClient]):
    """The operations of ``AsyncUsersImportsClient``, returning ``HttpResponse``."""

    create = async_raw_method(AsyncUsersImportsClient.create)
