"""The guides' entry in the top bar."""

from django.utils.translation import gettext_lazy as _

from shounuo.access.permissions import Permission
from shounuo.web.navigation import Entry

ENTRIES = [Entry("guides", _("Guides"), Permission.GUIDE_READ, 40, "u")]
