"""Addresses of the insight pages."""

from django.urls import path

from shounuo.web.insight import cases_page, export, page

urlpatterns = [
    path("insight", page.show, name="insight"),
    path("insight/cases", cases_page.show, name="insight-cases"),
    path("insight/workbook", export.workbook, name="insight-workbook"),
    path("insight/pdf", export.pdf, name="insight-pdf"),
]
