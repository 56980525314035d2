"""The insight entry in the top bar."""

from django.utils.translation import gettext_lazy as _

from shounuo.access.permissions import Permission
from shounuo.web.navigation import Entry

ENTRIES = [Entry("insight", _("Insight"), Permission.BOARD_TEAM, 38, "n")]
