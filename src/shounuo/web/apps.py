"""The desk as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "shounuo.web"
    label = "web"
    verbose_name = "Desk"
