#!/usr/bin/env python3
"""Checks this evidence pack. Standard library only; reads the files beside it.

    python3 verify.py [--root EXPORTED_ROOT.json]

Prints what was checked and every fault; exit code 0 when there is none, 1 otherwise.
"""

import hashlib
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sha(data):
    return hashlib.sha256(data).hexdigest()


def lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def check_events(events, faults):
    prev, seq = "", 1
    for event in events:
        content = {
            key: event[key]
            for key in ("actor", "chain", "effective_at", "kind", "payload", "recorded_at", "seq")
        }
        content["prev"] = event["prev"]
        if event["seq"] != seq or event["prev"] != prev:
            faults.append("event %s: not where it stood (removed or reordered)" % event["seq"])
        if sha(canonical(content)) != event["hash"]:
            faults.append("event %s: its content was changed" % event["seq"])
        prev, seq = event["hash"], event["seq"] + 1


def check_disclosures(disclosures, events, faults):
    by_seq = {event["seq"]: event for event in events}
    for row in disclosures:
        event = by_seq.get(row["seq"])
        told = event and event["payload"].get("commitments", {}).get(row["name"])
        if told != sha(canonical([row["salt"], row["value"]])):
            faults.append("event %s: %s is not what was committed to" % (row["seq"], row["name"]))


def climb(start, steps):
    here = start
    for side, sibling in steps:
        left, right = (sibling, here) if side == "left" else (here, sibling)
        here = sha(b"node" + bytes.fromhex(left) + bytes.fromhex(right))
    return here


def check_roots(roots, events, outside, faults):
    by_seq = {event["seq"]: event["hash"] for event in events}
    for row in roots:
        top = climb(sha(b"leaf" + canonical([row["chain"], row["seq"], row["head"]])), row["proof"])
        if by_seq.get(row["seq"]) != row["head"]:
            faults.append("root of %s: the chain is shorter or other than it was" % row["day"])
        if sha(canonical([row["day"], row["prev_root"], top])) != row["root"]:
            faults.append("root of %s: the proof does not reach it" % row["day"])
    for given in outside:
        match = [row for row in roots if row["day"] == given["day"]]
        if not match:
            faults.append("exported root of %s: this pack has no proof for that day" % given["day"])
        elif match[0]["root"] != given["root"]:
            faults.append("exported root of %s: differs from this pack's" % given["day"])


def main(arguments):
    outside = []
    if arguments[:1] == ["--root"]:
        read = json.loads(pathlib.Path(arguments[1]).read_text(encoding="utf-8"))
        outside = read if isinstance(read, list) else [read]
    events, faults = lines("events.jsonl"), []
    roots = json.loads((HERE / "roots.json").read_text(encoding="utf-8"))
    disclosures = lines("disclosures.jsonl")
    check_events(events, faults)
    check_disclosures(disclosures, events, faults)
    check_roots(roots, events, outside, faults)
    print(
        "%d events, %d disclosed values, %d daily roots, %d held from outside"
        % (len(events), len(disclosures), len(roots), len(outside))
    )
    for fault in faults:
        print("FAULT " + fault)
    if not outside:
        print("note: without an exported root of your own, a cut-off end cannot be excluded")
    print("NOT VALID" if faults else "VALID")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
