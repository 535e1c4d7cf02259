#!/usr/bin/env python3
"""Writes towns/us.tsv, the places and counties of the United States by state, from the files of ../shared/data:
  us-towns.py world-cities-15000-admin.csv world-cities-5000.csv airports.csv > services/extraction/Lexicon/towns/us.tsv
Places of 15,000 people and more have their state and county. Those of 5,000 and more take the state of the airfields
nearest to them. Smaller towns come from the airfields named for them. A county lies at the mean of its places.
big=1: a city that news names without its state."""
import csv
import math
import re
import sys
from collections import Counter, defaultdict

BIG = {
    "Alabama": "Birmingham Montgomery Mobile Huntsville", "Alaska": "Anchorage", "Arizona": "Phoenix Tucson Mesa Tempe Scottsdale Chandler",
    "Arkansas": "Little_Rock", "California": "Los_Angeles San_Diego San_Jose San_Francisco Fresno Sacramento Oakland Long_Beach Bakersfield Stockton Anaheim Modesto Riverside",
    "Colorado": "Denver Colorado_Springs Aurora", "Connecticut": "Hartford New_Haven Bridgeport", "Delaware": "Wilmington", "District of Columbia": "Washington",
    "Florida": "Jacksonville Miami Tampa Orlando St._Petersburg Fort_Lauderdale Tallahassee", "Georgia": "Atlanta Savannah Macon Augusta", "Hawaii": "Honolulu",
    "Idaho": "Boise", "Illinois": "Chicago Rockford Peoria", "Indiana": "Indianapolis Fort_Wayne Gary", "Iowa": "Des_Moines Cedar_Rapids", "Kansas": "Wichita Topeka",
    "Kentucky": "Louisville Lexington", "Louisiana": "New_Orleans Baton_Rouge Shreveport", "Maine": "Bangor", "Maryland": "Baltimore",
    "Massachusetts": "Boston Worcester", "Michigan": "Detroit Flint Grand_Rapids Lansing", "Minnesota": "Minneapolis Duluth", "Mississippi": "Jackson Biloxi",
    "Missouri": "St._Louis Kansas_City", "Montana": "Billings Missoula", "Nebraska": "Omaha Lincoln", "Nevada": "Las_Vegas Reno", "New Hampshire": "Manchester",
    "New Jersey": "Newark Jersey_City Trenton Camden", "New Mexico": "Albuquerque", "New York": "New_York_City Buffalo Rochester Syracuse Albany Brooklyn Queens",
    "North Carolina": "Charlotte Raleigh Durham Greensboro Winston-Salem Fayetteville", "North Dakota": "Fargo",
    "Ohio": "Columbus Cleveland Cincinnati Toledo Akron Dayton", "Oklahoma": "Oklahoma_City Tulsa", "Oregon": "Portland Eugene", "Pennsylvania": "Philadelphia Pittsburgh Harrisburg",
    "Rhode Island": "Providence", "South Carolina": "Charleston Columbia", "South Dakota": "Sioux_Falls", "Tennessee": "Memphis Nashville Knoxville Chattanooga",
    "Texas": "Houston San_Antonio Dallas Austin Fort_Worth El_Paso Corpus_Christi Lubbock Waco Amarillo", "Utah": "Salt_Lake_City", "Vermont": "Burlington",
    "Virginia": "Richmond Norfolk Virginia_Beach Newport_News Roanoke", "Washington": "Seattle Tacoma Spokane", "West Virginia": "Huntington", "Wisconsin": "Milwaukee Madison", "Wyoming": "Cheyenne",
}
BIG = {(s, c.replace("_", " ")) for s, names in BIG.items() for c in names.split()}
OTHER = {"New York City": "NYC", "The Bronx": "Bronx|the Bronx", "Washington": "Washington D.C.|Washington, D.C.|D.C.", "Los Angeles": "L.A.|South L.A.|South Los Angeles"}


def read(path):
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def forms(name, state):
    """The spellings of Saint, Fort and Mount."""
    out = [name]
    for full, short in (("Saint", "St"), ("Fort", "Ft"), ("Mount", "Mt")):
        m = re.match(rf"(.* )?({full}|{short}\.?) (.+)$", name)
        if m:
            out = [f"{m[1] or ''}{w} {m[3]}" for w in (full, short, short + ".")]
    if (state, name) in BIG or name in ("The Bronx",):
        out += OTHER.get(name, "").split("|") if name in OTHER else []
    return "|".join(out) if len(out) > 1 else ""


def line(kind, name, state, lat, lon):
    big = ";big=1" if (state, name) in BIG else ""
    return f"{kind}\t{name}\t{forms(name, state)}\tcountry=US;admin1={state};lat={lat:.3f};lon={lon:.3f}{big}"


large, small, fields = ([r for r in read(p) if r["country"] == "US"] for p in sys.argv[1:4])
fields = [(r["subd"], r["city"].strip(), float(r["lat"]), float(r["lon"])) for r in fields if r["subd"] and r["city"]]
grid = defaultdict(list)
for f in fields:
    grid[int(f[2]), int(f[3])].append(f)


def state_at(lat, lon):
    near = [f for i in (-1, 0, 1) for k in (-1, 0, 1) for f in grid[int(lat) + i, int(lon) + k]]
    near.sort(key=lambda f: (f[2] - lat) ** 2 + ((f[3] - lon) * math.cos(math.radians(lat))) ** 2)
    return Counter(f[0] for f in near[:3]).most_common(1)[0][0] if near else None


places, counties = {}, defaultdict(list)
for r in large:
    if not r["state"]:
        continue
    at = float(r["lat"]), float(r["lng"])
    places.setdefault((r["state"], r["name"]), at)
    if r["county"].endswith(" County") or r["county"].endswith(" Parish"):
        counties[r["state"], r["county"]].append(at)
known = defaultdict(list)
for (_, name), at in places.items():
    known[name].append(at)
for r in small:
    at = float(r["lat"]), float(r["lng"])
    if any(abs(p[0] - at[0]) + abs(p[1] - at[1]) < 0.1 for p in known[r["name"]]):
        continue
    state = state_at(*at)
    if state:
        places.setdefault((state, r["name"]), at)
named = defaultdict(list)
for state, name, lat, lon in fields:
    if re.fullmatch(r"[A-Z][A-Za-z.'-]+( [A-Z][A-Za-z.'-]+){0,3}", name) and len(name) > 2:
        named[state, name].append((lat, lon))
for key, at in named.items():
    places.setdefault(key, (sum(p[0] for p in at) / len(at), sum(p[1] for p in at) / len(at)))
print("# Places and counties of the United States by state, made by us-towns.py from joelacus/world-cities (GeoNames), CC BY 4.0, and mborsetti/airportsdata, MIT; see NOTICE.")
print("# kind\tvalue\tforms (| between; = in front: capitals needed)\tattributes (key=value;)")
for (state, name), at in sorted(places.items()):
    print(line("city", name, state, *at))
for (state, name), at in sorted(counties.items()):
    print(line("county", name, state, sum(p[0] for p in at) / len(at), sum(p[1] for p in at) / len(at)))
