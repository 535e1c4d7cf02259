#!/usr/bin/env python3
"""Writes gazetteer.tsv from two files of joelacus/world-cities (CC BY 4.0, from GeoNames):
  trim-gazetteer.py world-cities-15000-admin.csv world-cities-5000.csv > gazetteer.tsv
All places of 15,000 people and more, with their first-level division where known; from 5,000 people in the region
most of the news of attacks comes from. Names of fewer than four letters are left out: they are mostly words of English."""
import csv
import sys

REGION = set("IQ SY IR TR JO LB SA KW IL PS YE AF PK EG LY SO SD NG ML BF NE UA".split())


def read(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def row(r, admin1):
    admin = f"admin1={admin1};" if admin1 else ""
    return f"city\t{r['name']}\t\tcountry={r['country']};{admin}lat={float(r['lat']):.4f};lon={float(r['lng']):.4f}"


large, small = read(sys.argv[1]), read(sys.argv[2])
known = {(r["country"], r["name"]) for r in large}
out = [row(r, r["state"]) for r in large if len(r["name"]) > 3]
out += [row(r, "") for r in small if r["country"] in REGION and (r["country"], r["name"]) not in known and len(r["name"]) > 3]
print("# Cities and towns of the world, trimmed by trim-gazetteer.py from joelacus/world-cities (GeoNames), CC BY 4.0; see NOTICE.")
print("# kind\tvalue\tforms (| between; = in front: capitals needed)\tattributes (key=value;)")
print("\n".join(out))
