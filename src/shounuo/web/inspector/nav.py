"""The inspection entries in the top bar."""

from django.utils.translation import gettext_lazy as _

from shounuo.access.permissions import Permission
from shounuo.web.navigation import Entry

ENTRIES = [
    Entry("inspection", _("Inspection"), Permission.INSPECTION_DECIDE, 20, "q"),
    Entry("inspection-figures", _("Agreement"), Permission.INSPECTION_DECIDE, 24),
    Entry("coaching", _("Coaching"), Permission.DRILL_ASSIGN, 38),
    Entry("my-calls", _("My inspection"), Permission.INSPECTION_APPEAL, 28, "m"),
]
