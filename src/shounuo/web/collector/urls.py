"""Addresses of the collector's pages."""

from django.urls import path

from shounuo.web.collector import (
    call_page,
    case_page,
    desk_page,
    guide_page,
    hints_page,
    inbox_page,
    lease_page,
    live_page,
    promise_page,
    request_page,
    reveal_page,
    watermark,
)

urlpatterns = [
    path("desk", desk_page.show, name="desk"),
    path("desk/arrived", desk_page.arrived, name="desk-arrived"),
    path("desk/next", desk_page.take_next, name="next-case"),
    path("desk/state", desk_page.set_state, name="own-state"),
    path("watermark.svg", watermark.show, name="watermark"),
    path("inbox", inbox_page.show, name="inbox"),
    path("inbox/<int:task_id>/open", inbox_page.open_case, name="inbox-open"),
    path("inbox/<int:task_id>/done", inbox_page.finish, name="inbox-done"),
    path("case/<int:case_id>", case_page.show, name="case"),
    path("case/<int:case_id>/dial", call_page.dial, name="dial"),
    path("case/<int:case_id>/put-back", case_page.put_back, name="put-back"),
    path("case/<int:case_id>/keep", case_page.keep, name="keep-case"),
    path("case/<int:case_id>/lease", lease_page.keep, name="lease"),
    path("case/<int:case_id>/closing", lease_page.closing, name="closing"),
    path("case/<int:case_id>/live", live_page.show, name="case-live"),
    path("case/<int:case_id>/reveal", reveal_page.reveal, name="reveal"),
    path("call/<int:contact_id>", call_page.show, name="call"),
    path("call/<int:contact_id>/answered", call_page.answered, name="call-answered"),
    path("call/<int:contact_id>/hang-up", call_page.hung_up, name="call-hang-up"),
    path("call/<int:contact_id>/guide", guide_page.press, name="call-guide"),
    path("call/<int:contact_id>/hints", hints_page.show, name="call-hints"),
    path("call/<int:contact_id>/end", call_page.end, name="call-end"),
    path("call/<int:contact_id>/promise", promise_page.record, name="call-promise"),
    path("call/<int:contact_id>/request", request_page.record, name="call-request"),
    path("promise/<int:promise_id>/cancel", promise_page.cancel, name="promise-cancel"),
]
