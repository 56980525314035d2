"""Addresses of the inspection pages."""

from django.urls import path

from shounuo.web.inspector import (
    arrivals,
    call_page,
    coaching_page,
    decisions,
    figures_page,
    own_page,
    queue_page,
)

urlpatterns = [
    path("inspection/", queue_page.show, name="inspection"),
    path("inspection/call/<int:inspection_id>", call_page.show, name="inspection-call"),
    path("inspection/audio/<int:transcript_id>", call_page.audio, name="inspection-audio"),
    path("inspection/decide/<int:fault_id>", decisions.decide, name="inspection-decide"),
    path("inspection/add/<int:inspection_id>", decisions.add, name="inspection-add"),
    path("inspection/close/<int:inspection_id>", decisions.close, name="inspection-close"),
    path("inspection/step/<int:inspection_id>", decisions.correct_step, name="inspection-step"),
    path("inspection/arrived", arrivals.arrived, name="inspection-arrived"),
    path("inspection/figures", figures_page.show, name="inspection-figures"),
    path("inspection/labelled.jsonl", figures_page.export, name="inspection-export"),
    path("inspection/coaching", coaching_page.show, name="coaching"),
    path(
        "inspection/coaching/<int:staff_id>/<str:code>",
        coaching_page.behind,
        name="coaching-behind",
    ),
    path("inspection/mine", own_page.show, name="my-calls"),
    path("inspection/mine/<int:fault_id>/seen", own_page.acknowledge, name="my-fault-seen"),
    path("inspection/mine/<int:fault_id>/appeal", own_page.appeal, name="my-fault-appeal"),
]
