"""The administrator's entries in the top bar."""

from django.utils.translation import gettext_lazy as _

from shounuo.access.permissions import Permission
from shounuo.web.navigation import Entry

ENTRIES = [
    Entry("house-people", _("People"), Permission.USER_MANAGE, 80, "p"),
    Entry("house-teams", _("Teams"), Permission.USER_MANAGE, 81, "t"),
]
