"""Addresses of the compliance pages."""

from django.urls import path

from shounuo.web.compliance import (
    case_page,
    coverage_page,
    erase_page,
    export_page,
    gate_page,
    lender_page,
    rules_page,
    what_if_page,
)

urlpatterns = [
    path("gate", gate_page.show, name="gate-today"),
    path("gate/decision/<int:decision_id>", gate_page.decision, name="gate-decision"),
    path("gate/release/<int:decision_id>", gate_page.release, name="gate-release"),
    path("gate/case/<int:case_id>", case_page.show, name="gate-case"),
    path("cases/export", export_page.show, name="export-cases"),
    path("person/erase", erase_page.show, name="erase-person"),
    path("lender/<int:lender_id>/rules", lender_page.show, name="lender-rules"),
    path("coverage", coverage_page.show, name="coverage"),
    path("rules/", rules_page.index, name="rules"),
    path("rules/diff", rules_page.diff, name="rules-diff"),
    path("rules/what-if", what_if_page.show, name="what-if"),
    path("rules/<slug:pack>/<str:check>", rules_page.show, name="rule"),
]
