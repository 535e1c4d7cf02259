// Prints every change of an incident as one line.
//   AMQP_URL=amqp://NAME:PASSWORD@host:port/vhost node subscriber.mjs [PATTERN]     deploy/subscriber add NAME prints the address
import amqp from 'amqplib';

const url = process.env.AMQP_URL;
if (!url) throw new Error('Set AMQP_URL to the address that deploy/subscriber add NAME printed.');
const queue = `${new URL(url).username}.node-sample`;
const seen = new Map(); // highest version by incident; a real program keeps it where it keeps the incidents

const connection = await amqp.connect(url);
const end = why => { console.error(why); process.exit(1); }; // its supervisor starts it again; the queue has kept what came meanwhile
connection.on('error', error => end(error.message));
connection.on('close', () => end('The connection was closed.'));
const channel = await connection.createChannel();
await channel.assertQueue(queue, { durable: true });
await channel.bindQueue(queue, 'incident-changed.v1', process.argv[2] ?? 'incident.#');
await channel.prefetch(100);
await channel.consume(queue, message => {
  if (message === null) end('The queue was deleted.');
  // For a span of its own in the trace of the article: propagation.extract(context.active(), { traceparent: `${message.properties.headers.traceparent}` }) of @opentelemetry/api.
  const { incidentId, version, change, incident } = JSON.parse(message.content.toString());
  if (version > (seen.get(incidentId) ?? 0)) { // the same message can come again, and messages can pass each other
    seen.set(incidentId, version);
    console.log(`${incidentId} v${version} ${change}: ${incident.eventType} in ${incident.place?.name ?? 'an unknown place'}`);
  }
  channel.ack(message); // last: what is not acknowledged comes again
});
console.error(`Waiting for changes in the queue ${queue}`);
