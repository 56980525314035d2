"""Every address there is: the desk's pages, and the doors for other programs under `/api/`."""

from __future__ import annotations

from django.urls import include, path

from shounuo.api.door import door

urlpatterns = [path("api/", door.urls), path("", include("shounuo.web.urls"))]
