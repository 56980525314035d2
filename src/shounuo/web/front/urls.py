"""Addresses of the way in."""

from django.urls import path

from shounuo.web.front import pages

urlpatterns = [
    path("", pages.home, name="home"),
    path("login", pages.SignIn.as_view(), name="login"),
    path("logout", pages.SignOut.as_view(), name="logout"),
    path("find", pages.find, name="find"),
]
