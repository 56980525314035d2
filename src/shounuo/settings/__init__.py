"""Django settings, from the environment. Filled in with the records."""

SECRET_KEY = "not-yet"  # noqa: S105
USE_TZ = True
