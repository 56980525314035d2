"""The records app: every table of the product."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "shounuo.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
