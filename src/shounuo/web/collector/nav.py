"""The collector's entries in the top bar."""

from django.utils.translation import gettext_lazy as _

from shounuo.access.permissions import Permission
from shounuo.web.navigation import Entry

ENTRIES = [
    Entry("desk", _("Desk"), Permission.CASE_TAKE, 10, "d"),
    Entry("inbox", _("Inbox"), Permission.INBOX_USE, 12, "i"),
]
