#!/usr/bin/env python3
"""Says of each report whether it is right, for calibration: one JSON line {"set", "id", "key", "ordinal", "confidence", "right", "facts"}.
usage: judge.py EVAL DEV_OUTPUT GVA_OUTPUT      (EVAL: folder of the shared scorers and sets)
dev: a report is right when score.py matches it to a gold incident; only main reports of articles whose gold is incomplete.
GVA: the first main report is right when the same rule matches it to the archive's incident; facts: the share of its four facts
(killed, wounded, date, place) that score_gva.py counts right."""
import json
import os
import sys

EVAL, DEV, GVA = sys.argv[1:4]
sys.path.insert(0, EVAL)
import common as c  # noqa: E402
import score  # noqa: E402
import score_gva  # noqa: E402


def put(name, i, key, r, right, facts):
    print(json.dumps({"set": name, "id": i, "key": key, "ordinal": r.get("ordinal"), "confidence": r.get("confidence"), "right": bool(right), "facts": facts}))


gold = json.load(open(os.path.join(EVAL, "dev", "gold.json"), encoding="utf-8"))["articles"]
output, _ = c.read_extract(DEV, [a["id"] for a in gold])
for a in gold:
    reports = output[a["id"]]["incidents"]
    matched = {j: a["incidents"][k] for k, j in score.match(a["incidents"], reports)}
    for j, r in enumerate(reports):
        g = matched.get(j)
        if g is not None and (g.get("optional") or g["isMain"] is None):
            continue
        if a["complete"] or r.get("isMain"):
            put("dev", a["id"], a["id"], r, g is not None, None)

facts = c.read_ndjson(os.path.join(EVAL, "gva-dev.gold.ndjson"))[0]
output, _ = c.read_extract(GVA, [g["id"] for g in facts])
for g in facts:
    r = score_gva.answer(output[g["id"]]["incidents"])
    if r is None:
        continue
    incident = {"eventTypes": ["shooting", "armed_clash", "assassination"], "isMain": True, "date": {"start": g["date"], "end": g["date"], "precision": "day"},
                "places": [x for x in (g.get("city"), g.get("state")) if x], "country": "US", "radiusKm": 161,
                "killed": {"min": g["killed"], "max": g["killed"]}, "wounded": {"min": g["wounded"], "max": g["wounded"]}}
    if g.get("lat") is not None:
        incident.update(lat=g["lat"], lon=g["lon"])
    j = score_gva.judge(g, r)
    shares = [j["killed_exact"], j["wounded_exact"], j["date_1day"], j.get("place_161km", 1)]
    put("gva", g["id"], g["incidentId"], r, score.similarity(incident, r) is not None, sum(shares) / 4)
