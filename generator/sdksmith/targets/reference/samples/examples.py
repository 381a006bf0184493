"""Examples of responses: the document's own where it has one that fits, else made; within its limits where these can be kept."""

from __future__ import annotations

from typing import Any

from sdksmith.media_types import is_json
from sdksmith.model import Response
from sdksmith.sdk import Sdk
from sdksmith.sdk.documentation.conforming import conforming
from sdksmith.sdk.values import NoValueError, Values


class ResponseExamples:
    """Makes them."""

    def __init__(self, sdk: Sdk) -> None:
        self._declarations = sdk.api.declarations
        self._values = Values(sdk.api.declarations, sdk.unions, "response")

    def example(self, response: Response) -> tuple[Any, ...]:
        """Return an example of what comes back as JSON, in a tuple; ``()`` where there is none."""
        media = next((each for each in response.alternatives if is_json(each.content_type)), None)
        if media is None:
            return ()
        try:
            value = self._values.value(media.type, "response", media.examples, detail=1)
        except NoValueError:
            return ()
        return (conforming(value, media.type, None, self._declarations, self._values.of_property),)
