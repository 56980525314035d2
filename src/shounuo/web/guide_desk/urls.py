"""Addresses of the guide pages."""

from django.urls import path

from shounuo.web.guide_desk import pages, publishing, trials

urlpatterns = [
    path("guides/", pages.index, name="guides"),
    path("guides/trials", trials.index, name="guide-trials"),
    path("guides/trials/begin", trials.begin, name="guide-trial-begin"),
    path("guides/trials/<int:trial_id>/end", trials.end, name="guide-trial-end"),
    path("guides/lint", publishing.check, name="guide-check"),
    path("guides/<slug:guide_id>", pages.show, name="guide"),
    path("guides/<slug:guide_id>/edit", publishing.edit, name="guide-edit"),
    path("guides/<slug:guide_id>/diff", pages.compare, name="guide-diff"),
    path("guides/version/<int:version_id>/<str:step>", publishing.move, name="guide-move"),
]
