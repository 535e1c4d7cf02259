#!/usr/bin/env python3
"""Makes the dump of a release's database that the test of upgrading begins with, by running that release.

    tests/Promises/Upgrade/make.py COMMIT NAME [CHECKOUT]      writes NAME.sql and NAME.json beside this file

The commit is checked out beside this one, built and started by its own deploy/run. It gets the sample articles of that time, the
words of an analyst, a request with a key, a revision, a reading again, a message nobody can read, and articles that are still on
their way when the database is written down: two in a queue of the broker, two that were not published. NAME.sql is pg_dump's; NAME.json is what the release's API answered of it.
"""
import base64, json, os, re, signal, subprocess, sys, tempfile, time, urllib.error, urllib.request

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.abspath(os.path.join(here, "../../.."))
commit, name = sys.argv[1:3]
work = tempfile.mkdtemp(prefix="incident-platform-release-")
checkout, data = sys.argv[3] if len(sys.argv) > 3 else f"{work}/checkout", f"{work}/data"
ingest, read, extraction, broker, postgres = 30201, 30202, 30203, 30204, 30214


def run(*command, **more):
    return subprocess.run(command, check=True, cwd=checkout if os.path.isdir(checkout) else root, **more)


def call(method, url, body=None, **headers):
    """The answer's status and body; JSON is read."""
    if body is not None and not isinstance(body, bytes):
        body, headers["Content-Type"] = json.dumps(body).encode(), "application/json"
    request = urllib.request.Request(url, body, {k.replace("_", "-"): v for k, v in headers.items()}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            text, status = answer.read(), answer.status
    except urllib.error.HTTPError as e:
        text, status = e.read(), e.code
    try:
        return status, json.loads(text)
    except ValueError:
        return status, text.decode(errors="replace")


def ask(path):
    status, body = call("GET", f"http://127.0.0.1:{read}{path}")
    assert status == 200, (path, status, body)
    return body


def post(article, **headers):
    status, body = call("POST", f"http://127.0.0.1:{ingest}/articles", article, **headers)
    assert status == 202, (status, body)
    return body["articleId"]


def decide(incident, command, **body):
    version = ask(f"/incidents/{incident}")["version"]
    status, answer = call("POST", f"http://127.0.0.1:{read}/incidents/{incident}/{command}", body | {"actor": "Ann Analyst"}, If_Match=f'"{version}"')
    assert status == 200, (command, status, answer)


def wait(what, holds):
    end = time.monotonic() + 300
    while True:
        try:
            if holds():
                return
        except (urllib.error.URLError, ConnectionError, AssertionError):
            pass
        assert time.monotonic() < end, "not within 300 s: " + what
        time.sleep(0.3)


def extracted(article, revision=None):
    return lambda: (a := ask(f"/articles/{article}"))["status"] == "extracted" and (revision is None or a["revision"] == revision)


def attack(n, text, **more):
    return {"externalId": f"upgrade-{n}", "source": "upgrade", "outlet": "Upgrade Gazette", "publishedAt": "2022-06-15T06:00:00Z", "language": "en", "title": f"Article {n}", "text": text} | more


def pid_of(service):
    return int(open(f"{data}/services/{service}.pid").read())


if not os.path.isdir(checkout):
    subprocess.run(["git", "clone", "-q", "--shared", root, checkout], check=True)
run("git", "checkout", "-q", commit)
ports = [f"--{o}-port={p}" for o, p in (("ingest", ingest), ("read", read), ("extraction", extraction), ("broker", broker), ("postgres", postgres))]
try:
    run("deploy/run", "--detach", "--data", data, *ports)
    url = dict(p.split("=", 1) for p in run("deploy/local/postgres", "url", f"{data}/postgres", str(postgres), capture_output=True, text=True).stdout.strip().split(";"))
    environment = os.environ | {"PGHOST": url["Host"], "PGPORT": url["Port"], "PGUSER": url["Username"], "PGPASSWORD": url["Password"], "PGDATABASE": url["Database"]}
    tools = sorted(d for d in os.listdir("/usr/lib/postgresql"))[-1]

    def sql(statement):
        return subprocess.run([f"/usr/lib/postgresql/{tools}/bin/psql", "-XqAtc", statement], check=True, env=environment, capture_output=True, text=True).stdout.strip()

    told = {}
    keyed = attack("keyed", "Gunmen shot dead three policemen at a checkpoint in Kirkuk, Iraq, on Monday, 13 June 2022, police said.")
    told["key"] = {"key": "upgrade-key-1", "body": json.dumps(keyed), "articleId": post(keyed, Idempotency_Key="upgrade-key-1")}
    first = post(attack("revised", "A car bomb exploded in a market in Mosul, Iraq, on Sunday, 12 June 2022, killing four people, police said."))
    wait("the first reading", extracted(first))
    assert post(attack("revised", "A car bomb exploded in a market in Mosul, Iraq, on Sunday, 12 June 2022, killing six people and wounding nine, police said.")) == first
    told["revised"] = first
    post(attack("quiet", "The ministry of agriculture said the wheat harvest in Nineveh was the best in ten years."))
    for article in (told["key"]["articleId"], first):
        wait("the articles", extracted(article))
    wait("the revision", lambda: int(sql("select count(*) from incidents.mt_events where type = 'article_extracted'")) >= int(sql("select count(*) from ingest.mt_events")))

    of = lambda article: ask(f"/articles/{article}")["incidents"][0]["id"]
    kirkuk, mosul = of(told["key"]["articleId"]), of(first)
    decide(kirkuk, "corrections", field="casualties.killed", value={"min": 4, "max": 4}, reason="The hospital's list.")
    decide(kirkuk, "confirm", reason="Two outlets with reporters there.")
    others = [i["id"] for i in ask("/incidents?limit=50")["items"] if i["id"] not in (kirkuk, mosul)]
    decide(others[0], "reject", reason="It was an exercise.")
    decide(others[0], "reopen", reason="It was none.")
    decide(others[1], "reject", reason="An old story told again.")
    version = ask(f"/incidents/{others[2]}")["version"]
    decide(mosul, "merge", **{"with": [{"id": others[2], "version": version}]}, reason="For the sake of the test.")
    told["merged"] = {"from": others[2], "into": mosul}

    status, again = call("POST", f"http://127.0.0.1:{ingest}/extractions", {"reason": "tried", "actor": "Ann Operator", "articleIds": [first]})
    assert status in (200, 202), (status, again)
    wait("the reading again", lambda: int(sql("select count(*) from incidents.mt_events where type = 'article_extracted'")) >= int(sql("select count(*) from ingest.mt_events")))
    told["extraction"] = again["id"]

    # A report that cannot be taken in becomes a dead letter.
    password = open(f"{data}/rabbitmq/password").read()
    management = {"Authorization": "Basic " + base64.b64encode(f"platform:{password}".encode()).decode()}
    bad = json.load(open(f"{checkout}/contracts/examples/incident-detected.v1.minimal.json"))
    bad["report"]["confidence"] = 7
    status, routed = call("POST", f"http://127.0.0.1:{broker + 1}/api/exchanges/%2F/incident-detected.v1/publish", {
        "routing_key": "incident.detected.other_attack.IQ", "payload": json.dumps(bad), "payload_encoding": "string",
        "properties": {"content_type": "application/json", "delivery_mode": 2, "message_id": "b5a7a3f0-1111-4c1c-9d39-0a4a6f0b6c11", "headers": {"MT-MessageType": "urn:message:Platform.Contracts:IncidentDetected"}}}, **management)
    assert (status, routed) == (200, {"routed": True}), (status, routed)

    # On their way: two are published and wait in the queue, which the dump does not have.
    wait("all published", lambda: sql("select count(*) from ingest.mt_events where seq_id > (select last_seq_id from ingest.mt_event_progression where name = 'relay')") == "0")
    wait("the dead letter", lambda: sql("select count(*) from incidents.dead_letter") != "0")
    os.kill(int(open(f"{data}/services/extraction.supervisor").read()), signal.SIGKILL)
    os.kill(pid_of("extraction"), signal.SIGKILL)
    told["waiting"] = [post(attack(n, f"Two rockets hit the Balad air base north of Baghdad on {n} May 2022, wounding {n} soldiers.")) for n in (3, 9)]
    wait("those published", lambda: sql("select count(*) from ingest.mt_events where seq_id > (select last_seq_id from ingest.mt_event_progression where name = 'relay')") == "0")
    run("deploy/local/rabbitmq", "kill", f"{data}/rabbitmq", str(broker))
    told["unpublished"] = [post(attack(n, f"A roadside bomb killed {n} soldiers near Tikrit, Iraq, on {n} April 2022.")) for n in (5, 7)]

    listed = ask("/incidents?limit=100")["items"]
    told["incidents"] = {i["id"]: ask(f"/incidents/{i['id']}") for i in listed}
    told["histories"] = {i["id"]: ask(f"/incidents/{i['id']}/history") for i in listed}
    told["articles"] = {i: ask(f"/articles/{i}") for i in (a["articleId"] for a in ask("/articles?limit=100")["items"])}
    told["deadLetters"] = int(sql("select count(*) from incidents.dead_letter"))
    told["articlesStored"] = int(sql("select count(*) from ingest.mt_streams"))
    dump = subprocess.run([f"/usr/lib/postgresql/{tools}/bin/pg_dump", "--schema=ingest", "--schema=incidents", "--no-owner", "--no-privileges"], check=True, env=environment, capture_output=True, text=True).stdout
finally:
    run("deploy/stop", "--data", data)
head = f"-- The database of release {name} (commit {commit}), made by tests/Promises/Upgrade/make.py. Never edited: it is what users of that release have.\n"
with open(f"{here}/{name}.sql", "w") as file: # \\restrict: older versions of psql do not know it
    file.write(head + re.sub(r"^\\(un)?restrict .*\n", "", dump, flags=re.M))
with open(f"{here}/{name}.json", "w") as file:
    compact = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    lines = lambda value: "{\n" + ",\n".join(f"  {compact(k)}: {compact(v)}" for k, v in value.items()) + "\n }" if isinstance(value, dict) else compact(value)
    file.write("{\n" + ",\n".join(f" {compact(k)}: {lines(v)}" for k, v in told.items()) + "\n}\n")
print({k: len(v) if hasattr(v, "__len__") else v for k, v in told.items()})
