"""Addresses of the administrator's pages."""

from django.urls import path

from shounuo.web.house import people_page, teams_page

urlpatterns = [
    path("house/people", people_page.show, name="house-people"),
    path("house/people/<int:staff_id>", people_page.change, name="house-person"),
    path("house/teams", teams_page.show, name="house-teams"),
]
