"""The lead's entries in the top bar."""

from django.utils.translation import gettext_lazy as _

from shounuo.access.permissions import Permission
from shounuo.web.navigation import Entry

ENTRIES = [
    Entry("board", _("Board"), Permission.BOARD_TEAM, 30, "b"),
    Entry("floor", _("Floor"), Permission.ROSTER_EDIT, 32, "f"),
    Entry("team-cases", _("Cases"), Permission.CASE_REASSIGN, 34, "c"),
    Entry("team-offers", _("Offers"), Permission.OFFER_DECIDE, 35, "w"),
    Entry("overrides", _("To let pass"), Permission.PROMISE_OVERRIDE, 36, "p"),
]
