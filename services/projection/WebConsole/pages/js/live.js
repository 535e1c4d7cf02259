// Server-sent events by fetch: EventSource cannot send a key. Goes on from the last id after every break, so nothing is missed.
import { query, request } from './api.js';

const most = 30_000; // milliseconds between two tries at the longest

/**
 * Listens to the changes of incidents until the signal ends it.
 * @param filter parameters of GET /incidents/events
 * @param told called with each change: { incidentId, change, version, incident, … }
 * @param state called with true when the stream stands and false when it broke; beside it true when nothing after this moment is missed but what was
 * before may be: whoever has loaded before loads once more
 */
export async function listen(filter, signal, told, state = () => {}) {
  let last, pause = 1000, next = pause;
  while (!signal.aborted) {
    try {
      const answer = await request(`/incidents/events${query(filter)}`, { signal, headers: { Accept: 'text/event-stream', ...(last ? { 'Last-Event-ID': last } : {}) } });
      const isNew = last === undefined;
      if (!isNew) state(true);
      next = pause;
      for await (const event of events(answer.body)) {
        if (event.retry) pause = next = event.retry;
        if (event.id) {
          if (isNew && last === undefined) state(true, true); // the first id is where the stream begins; its head alone says nothing of that
          last = event.id;
        }
        if (event.data) told(JSON.parse(event.data));
      }
    } catch (error) {
      if (signal.aborted) return;
      if ([400, 401, 403].includes(error.status)) return state(false); // trying again would change nothing
    }
    state(false);
    await wait(next, signal);
    next = Math.min(next * 2, most);
  }
}

/** Some milliseconds, or less when the signal ends them. */
export const wait = (milliseconds, signal) => new Promise(done => {
  const ended = () => { clearTimeout(timer); done(); };
  const timer = setTimeout(() => { signal.removeEventListener('abort', ended); done(); }, milliseconds);
  signal.addEventListener('abort', ended, { once: true });
});

/** The events of a stream (WHATWG HTML, "Server-sent events"; the platform ends its lines with LF). */
async function* events(body) {
  let rest = '';
  for await (const text of read(body.pipeThrough(new TextDecoderStream()))) {
    rest += text;
    for (let end; (end = rest.indexOf('\n\n')) >= 0; rest = rest.slice(end + 2)) {
      const event = {};
      for (const line of rest.slice(0, end).split('\n')) {
        const [, name, value] = /^(\w+): ?(.*)$/s.exec(line) ?? [];
        if (name === 'data') event.data = event.data === undefined ? value : `${event.data}\n${value}`;
        else if (name === 'retry') event.retry = Number(value);
        else if (name) event[name] = value;
      }
      yield event;
    }
  }
}

async function* read(stream) {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
