"""Addresses of a case's facts."""

from django.urls import path

from shounuo.web.facts import changing, page

urlpatterns = [
    path("case/<int:case_id>/facts", page.show, name="case-facts"),
    path("case/<int:case_id>/facts/consent", changing.consent, name="facts-consent"),
    path("case/<int:case_id>/facts/request", changing.request_made, name="facts-request"),
    path("case/<int:case_id>/facts/fact", changing.fact, name="facts-fact"),
    path("case/<int:case_id>/facts/flag", changing.flag, name="facts-flag"),
    path("case/<int:case_id>/facts/lift", changing.lift, name="facts-lift"),
    path("case/<int:case_id>/facts/end", changing.end, name="facts-end"),
]
