"""The entries of the imports in the top bar."""

from django.utils.translation import gettext_lazy as _

from shounuo.access.permissions import Permission
from shounuo.web.navigation import Entry

ENTRIES = [
    Entry("imports", _("Imports"), Permission.IMPORT_RUN, 60, "u"),
    Entry("waiting-rows", _("Waiting rows"), Permission.IMPORT_MEND, 62, "w"),
]
