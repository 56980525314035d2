"""Addresses of the imports."""

from django.urls import path

from shounuo.web.imports import pool_page, run_page, upload_page

urlpatterns = [
    path("imports", upload_page.show, name="imports"),
    path("imports/preview", upload_page.look, name="import-preview"),
    path("imports/begin/<str:token>", upload_page.begin, name="import-begin"),
    path("imports/upload/<str:token>", run_page.progress, name="import-progress"),
    path("imports/run/<int:run_id>", run_page.show, name="import-run"),
    path("imports/waiting", pool_page.show, name="waiting-rows"),
    path("imports/waiting/replay", pool_page.replay, name="waiting-replay"),
    path("imports/waiting/<int:row_id>", pool_page.mend, name="waiting-mend"),
]
