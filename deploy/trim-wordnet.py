#!/usr/bin/env python3
"""Writes words.tsv, the word classes of English, from WordNet 3.0 and a SCOWL word list:
  trim-wordnet.py WORDNET_FOLDER AMERICAN_ENGLISH > words.tsv
(Debian packages wordnet-base and wamerican.) A form is kept when SCOWL has it in lower case or WordNet's corpus uses its
lemma. A word class that the corpus never shows is dropped when it shows another one of the word five times or more.
Classes: noun plural verb third_person past participle ing adjective adverb; of nouns, by their most frequent senses:
person group place structure vehicle weapon act time body artifact. name: SCOWL has the word with a capital;
rare: a base form that the corpus never uses. Given names are never "person"."""
import sys
from collections import defaultdict

folder, scowl = sys.argv[1:3]
LEXFILES = {4: "act", 11: "act", 8: "body", 14: "group", 15: "place", 18: "person", 28: "time", 6: "artifact"}
ROOTS = {"structure": "structure", "facility": "structure", "establishment": "structure", "vehicle": "vehicle", "conveyance": "vehicle", "weapon": "weapon", "weaponry": "weapon"}
VOWELS = "aeiou"
# Given names before all else: before a family name they are no title as "mayor" and "king" are.
GIVEN = set("angel bobby colleen dick earl johnny mickey patsy sonny victor".split())


def lines(name):
    with open(f"{folder}/{name}", encoding="latin-1") as f:
        return [line for line in f if not line.startswith(" ")]


synsets = {}
for line in lines("data.noun"):
    part = line.split()
    count = int(part[3], 16)
    pointers = part[5 + 2 * count:]
    # Instances ("@i": one saint, one river) are names and say nothing of the word's class.
    up = [pointers[i + 1] for i in range(0, len(pointers) - 3) if pointers[i] == "@" and pointers[i + 2] == "n"]
    if "@i" in pointers:
        continue
    synsets[part[0]] = (int(part[1]), [part[4 + 2 * i].lower() for i in range(count)], up)


def senses(offset, seen=None):
    """The semantic classes of a synset: its lexicographer file and the roots above it."""
    found, todo, seen = set(), [offset], set()
    if offset not in synsets:
        return found
    if synsets[offset][0] in LEXFILES:
        found.add(LEXFILES[synsets[offset][0]])
    while todo:
        here = todo.pop()
        if here in seen or here not in synsets:
            continue
        seen.add(here)
        if synsets[here][0] == 6:
            found |= {ROOTS[w] for w in synsets[here][1] if w in ROOTS}
        todo += synsets[here][2]
    return found


tagged = defaultdict(int)
by_sense = {}
for line in lines("cntlist.rev"):
    key, number, count = line.split()
    lemma, rest = key.split("%")
    pos = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
    tagged[lemma, pos] += int(count)
    by_sense[lemma, pos, int(number)] = int(count)

exceptions = defaultdict(list)
for pos, name in (("n", "noun.exc"), ("v", "verb.exc"), ("a", "adj.exc")):
    for line in lines(name):
        form, *lemmas = line.split()
        for lemma in lemmas:
            exceptions[lemma, pos].append(form)

listed = {w.strip() for w in open(scowl, encoding="utf-8")}
forms = defaultdict(set)


def doubled(lemma):
    syllables = sum(1 for a, b in zip("b" + lemma, lemma) if b in VOWELS and a not in VOWELS)
    return len(lemma) > 2 and lemma[-1] not in VOWELS + "wxyh" and lemma[-2] in VOWELS and lemma[-3] not in VOWELS and syllables == 1


def s_form(lemma):
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in VOWELS else lemma + "s"


def add(form, lemma, tags, pos):
    if len(form) > 1 and form.isascii() and form.isalpha() and (form in listed or tagged[lemma, pos] > 0):
        forms[form].update(tags)


def verb(lemma):
    stem = lemma + lemma[-1] if doubled(lemma) else lemma
    add(lemma, lemma, ["verb"], "v")
    add(s_form(lemma), lemma, ["third_person"], "v")
    irregular = exceptions[lemma, "v"]
    ing = [f for f in irregular if f.endswith("ing")] or [(stem[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else stem) + "ing"]
    past = [f for f in irregular if not f.endswith(("ing", "s"))]
    for form in ing:
        add(form, lemma, ["ing"], "v")
    # "learned" beside "learnt", but not "bed" of "be".
    regular = stem + "ed"
    if past and not lemma.endswith("e") and regular in listed and len(lemma) > 3:
        past.append(regular)
    if not past:
        past = [stem + "d" if lemma.endswith("e") else lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2:-1] not in VOWELS else stem + "ed"]
    participles = [f for f in past if f.endswith(("n", "ne", "ung", "unk", "un"))]
    for form in past:
        both = len(past) == 1 or form.endswith("ed") or not participles
        add(form, lemma, ["past", "participle"] if both else ["participle"] if form in participles else ["past"], "v")


for pos, name in (("n", "index.noun"), ("v", "index.verb"), ("a", "index.adj"), ("r", "index.adv")):
    for line in lines(name):
        part = line.split()
        lemma, pointers = part[0], int(part[3])
        if not (lemma.isascii() and lemma.isalpha()) or len(lemma) < 2:
            continue
        best = max(tagged[lemma, p] for p in "nvar")
        if tagged[lemma, pos] == 0 and best >= 5:
            continue
        if pos == "n":
            offsets = part[6 + pointers:]
            if lemma not in listed and tagged[lemma, "n"] == 0:
                continue
            tags = senses(offsets[0])
            for number, offset in enumerate(offsets[1:], 2):
                if by_sense.get((lemma, "n", number), 0) >= max(2, tagged[lemma, "n"] // 5):
                    tags |= senses(offset)
            add(lemma, lemma, ["noun", *tags], "n")
            irregular = exceptions[lemma, "n"]
            for form in irregular + ([s_form(lemma)] if all(f.endswith("s") for f in irregular) else []):
                add(form, lemma, ["plural", *tags], "n")
        elif pos == "v":
            verb(lemma)
        elif pos == "a":
            add(lemma, lemma, ["adjective"], "a")
        else:
            add(lemma, lemma, ["adverb"], "r")

order = "noun plural verb third_person past participle ing adjective adverb person group place structure vehicle weapon act time body artifact name rare".split()
for form, tags in forms.items():
    if not any(tagged[form, p] for p in "nvar") and not tags & {"plural", "third_person", "past", "participle", "ing"}:
        tags.add("rare")
for word in listed:
    if word[:1].isupper() and word[1:].islower() and word.isascii() and len(word) > 2:
        forms[word.lower()].add("name")
for form in GIVEN:
    forms[form].discard("person")
classes = defaultdict(list)
for form, tags in forms.items():
    classes[",".join(t for t in order if t in tags)].append(form)
print("# Word classes of English, trimmed by trim-wordnet.py from WordNet 3.0 (Princeton University) and SCOWL; see NOTICE.")
print("# kind\tclasses\tforms (| between)\tattributes (none)")
for tags in sorted(classes):
    words = sorted(classes[tags])
    for i in range(0, len(words), 50):
        print(f"word\t{tags}\t{'|'.join(words[i:i + 50])}\t")
