"""Everything somebody may be allowed to do, named as an act."""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    CASE_TAKE = "case.take"  # next case
    CASE_VIEW = "case.view"
    CASE_SEARCH = "case.search"
    CASE_REASSIGN = "case.reassign"
    CASE_EXPORT = "case.export"
    CASE_FLAG = "case.flag"
    FLAG_LIFT = "flag.lift"
    PERSON_REVEAL = "person.reveal"  # one number or id, unmasked
    CONTACT_OPEN = "contact.open"
    CONTACT_RELEASE = "contact.release"  # one contact that the gate sent to review
    DISPOSITION_RECORD = "disposition.record"
    PROMISE_RECORD = "promise.record"
    PROMISE_OVERRIDE = "promise.override"
    PROMISE_CANCEL = "promise.cancel"
    PROMISE_VOID = "promise.void"
    OFFER_REQUEST = "offer.request"  # a waiver of the lender, on the customer's behalf
    OFFER_DECIDE = "offer.decide"  # whether it is asked, and what the lender answered
    PLAN_APPROVE = "plan.approve"
    DISPUTE_DECIDE = "dispute.decide"
    COMPLAINT_DECIDE = "complaint.decide"
    INBOX_USE = "inbox.use"
    TASK_ANSWER = "task.answer"  # what a call's code asks of a lead or of compliance
    BOARD_OWN = "board.own"
    BOARD_TEAM = "board.team"
    BOARD_ALL = "board.all"
    ROSTER_EDIT = "roster.edit"
    CALL_LISTEN = "call.listen"
    INSPECTION_VIEW = "inspection.view"
    INSPECTION_DECIDE = "inspection.decide"
    INSPECTION_APPEAL = "inspection.appeal"
    DRILL_ASSIGN = "drill.assign"
    DRILL_PLAY = "drill.play"
    GUIDE_READ = "guide.read"
    GUIDE_EDIT = "guide.edit"
    GUIDE_APPROVE = "guide.approve"
    STRATEGY_EDIT = "strategy.edit"
    RULES_VIEW = "rules.view"
    RULES_PUBLISH = "rules.publish"
    IMPORT_RUN = "import.run"
    IMPORT_MEND = "import.mend"
    EVIDENCE_VERIFY = "evidence.verify"
    EVIDENCE_PACK = "evidence.pack"
    PERSON_ERASE = "person.erase"
    AUDIT_VIEW = "audit.view"
    USER_MANAGE = "user.manage"
    LENDER_SETTINGS = "lender.settings"
    VISIT_RECORD = "visit.record"
