"""The entry of whoever answers tasks."""

from django.utils.translation import gettext_lazy as _

from shounuo.access.permissions import Permission
from shounuo.web.navigation import Entry

ENTRIES = [Entry("tasks", _("To answer"), Permission.TASK_ANSWER, 35, "i")]
