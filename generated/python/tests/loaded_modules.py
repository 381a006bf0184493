"""What is run in a fresh interpreter, to see which modules it loads."""

from __future__ import annotations

import json
import sys


def make_client(url: str) -> None:
    """Import the package, and make a client."""
    from auth0.management import Auth0

    client = Auth0(token="token", base_url=url, max_retries=0)
    client.close()


def make_call(url: str) -> None:
    """Do the same, and make a first call."""
    from auth0.management import Auth0, types

    client = Auth0(token="token", base_url=url, max_retries=0)
    client.actions.create(
        name="my-action", supported_triggers=[types.ActionTrigger(id="post-login")]
    )
    client.close()


if __name__ == "__main__":
    before = set(sys.modules)
    globals()[sys.argv[1]](sys.argv[2])
    print(json.dumps(sorted(set(sys.modules) - before)))
