"""Prints every change of an incident as one line. Needs pika.
  AMQP_URL=amqp://NAME:PASSWORD@host:port/vhost python3 subscriber.py [PATTERN]     deploy/subscriber add NAME prints the address"""
import json
import os
import sys

import pika

parameters = pika.URLParameters(os.environ["AMQP_URL"])
queue = parameters.credentials.username + ".python-sample"
seen = {}  # highest version by incident; a real program keeps it where it keeps the incidents

connection = pika.BlockingConnection(parameters)
channel = connection.channel()
channel.queue_declare(queue, durable=True)
channel.queue_bind(queue, "incident-changed.v1", sys.argv[1] if len(sys.argv) > 1 else "incident.#")
channel.basic_qos(prefetch_count=100)
print(f"Waiting for changes in the queue {queue}", file=sys.stderr)

# Ends with an error when the connection does; its supervisor starts it again, and the queue has kept what came meanwhile.
for method, _, body in channel.consume(queue):
    # For a span of its own in the trace of the article, name the second value properties: opentelemetry.propagate.extract(properties.headers), start_as_current_span(…, context=…).
    message = json.loads(body)
    incident = message["incident"]
    if message["version"] > seen.get(message["incidentId"], 0):  # the same message can come again, and messages can pass each other
        seen[message["incidentId"]] = message["version"]
        place = incident.get("place", {}).get("name", "an unknown place")
        print(f"{message['incidentId']} v{message['version']} {message['change']}: {incident['eventType']} in {place}", flush=True)
    channel.basic_ack(method.delivery_tag)  # last: what is not acknowledged comes again
