"""The compliance entries in the top bar."""

from django.utils.translation import gettext_lazy as _

from shounuo.access.permissions import Permission
from shounuo.web.navigation import Entry

ENTRIES = [
    Entry("gate-today", _("Gate today"), Permission.AUDIT_VIEW, 50, "t"),
    Entry("rules", _("Rules"), Permission.RULES_VIEW, 52, "r"),
    Entry("coverage", _("Other parties"), Permission.AUDIT_VIEW, 53),
    Entry("what-if", _("What if"), Permission.RULES_PUBLISH, 54),
    Entry("export-cases", _("Export"), Permission.CASE_EXPORT, 55),
    Entry("erase-person", _("Erasure"), Permission.PERSON_ERASE, 56),
]
