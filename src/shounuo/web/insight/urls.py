"""Addresses of the insight pages."""

from django.urls import path

from shounuo.web.insight import export, page

urlpatterns = [
    path("insight", page.show, name="insight"),
    path("insight/workbook", export.workbook, name="insight-workbook"),
    path("insight/pdf", export.pdf, name="insight-pdf"),
]
