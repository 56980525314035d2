"""Addresses of the lead's pages."""

from django.urls import path

from shounuo.web.lead import board_page, cases_page, floor_page, offers_page, overrides_page

urlpatterns = [
    path("board", board_page.show, name="board"),
    path("board/calls", board_page.calls, name="board-calls"),
    path("floor", floor_page.show, name="floor"),
    path("floor/people", floor_page.people, name="floor-people"),
    path("floor/recording", floor_page.recording, name="floor-recording"),
    path("floor/handover/<int:staff_id>", floor_page.handover, name="floor-handover"),
    path("floor/roster", floor_page.roster, name="floor-roster"),
    path("team/overrides", overrides_page.show, name="overrides"),
    path("team/overrides/<int:task_id>", overrides_page.decide, name="override-decide"),
    path("team/offers", offers_page.show, name="team-offers"),
    path("team/offers/<int:offer_id>", offers_page.decide, name="team-offer"),
    path("team/cases", cases_page.show, name="team-cases"),
    path("team/cases/reassign", cases_page.reassign, name="team-cases-reassign"),
]
