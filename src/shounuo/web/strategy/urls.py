"""Addresses of the strategy pages."""

from django.urls import path

from shounuo.web.strategy import edit_page, night_page, settings_page, why_page

urlpatterns = [
    path("strategy", night_page.show, name="strategy"),
    path("strategy/run", night_page.run, name="strategy-run"),
    path("strategy/edit", edit_page.show, name="strategy-edit"),
    path("strategy/settings", settings_page.show, name="strategy-settings"),
    path("strategy/part", edit_page.part, name="strategy-part"),
    path("strategy/why/<int:case_id>", why_page.show, name="strategy-why"),
]
