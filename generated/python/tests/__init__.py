"""Wire tests: every method is called against a server on this machine."""

import pytest

# So that what fails inside the helpers is explained as in the tests themselves.
pytest.register_assert_rewrite(f"{__name__}.assertions", f"{__name__}.mock_server")
