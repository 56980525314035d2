"""Addresses of the guide pages."""

from django.urls import path

from shounuo.web.guide_desk import pages, publishing

urlpatterns = [
    path("guides/", pages.index, name="guides"),
    path("guides/lint", publishing.check, name="guide-check"),
    path("guides/<slug:guide_id>", pages.show, name="guide"),
    path("guides/<slug:guide_id>/edit", publishing.edit, name="guide-edit"),
    path("guides/<slug:guide_id>/diff", pages.compare, name="guide-diff"),
    path("guides/version/<int:version_id>/<str:step>", publishing.move, name="guide-move"),
]
