"""The strategy entry in the top bar."""

from django.utils.translation import gettext_lazy as _

from shounuo.access.permissions import Permission
from shounuo.web.navigation import Entry

ENTRIES = [Entry("strategy", _("Strategy"), Permission.STRATEGY_EDIT, 36, "y")]
