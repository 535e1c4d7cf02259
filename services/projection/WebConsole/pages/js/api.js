// The API as the console asks it: with the caller's key when there is one, and problems as exceptions.

const KEY = 'api-key', NAME = 'name';

/** The key, and the name of who has none: where no keys are asked for, a command must say who decides. Both go with the tab. */
export const caller = {
  get key() { return sessionStorage.getItem(KEY) ?? ''; },
  set key(value) { value ? sessionStorage.setItem(KEY, value) : sessionStorage.removeItem(KEY); },
  get name() { return sessionStorage.getItem(NAME) ?? ''; },
  set name(value) { value ? sessionStorage.setItem(NAME, value) : sessionStorage.removeItem(NAME); },
};

/** What the API answered instead: `problem` is its problem+json. */
export class ApiError extends Error {
  constructor(status, problem, retryAfter) {
    super(problem?.title ?? `The answer is ${status}`);
    Object.assign(this, { status, problem, retryAfter });
  }
}

/** Called when a key is missing or does not let in; gives true when there is another one to try. */
let askForKey = async () => false;
export const onRefused = handler => { askForKey = handler; };

/** One request; a 401 asks for a key and tries again. The path begins with a slash. */
export async function request(path, { method = 'GET', headers = {}, body, signal } = {}) {
  for (;;) {
    const shown = caller.key;
    let answer;
    try {
      answer = await fetch(path, { method, body, signal, cache: 'no-store', headers: { Accept: 'application/json', ...headers, ...(shown ? { Authorization: `Bearer ${shown}` } : {}) } });
    } catch (error) {
      if (error.name === 'AbortError') throw error;
      throw new ApiError(0, { title: 'The platform does not answer', detail: 'Is it running? The page goes on by itself when it is back, or reload it.' });
    }
    if (answer.ok || answer.status === 304) return answer;
    const problem = await answer.json().catch(() => undefined);
    if (answer.status === 401 && (caller.key !== shown || await askForKey(problem))) continue;
    throw new ApiError(answer.status, problem, Number(answer.headers.get('Retry-After')) || undefined);
  }
}

/** The JSON of a GET. */
export const get = async (path, signal) => (await request(path, { signal })).json();

/** The JSON of a GET, or undefined when there is no such thing. */
export const find = (path, signal) => get(path, signal).catch(error => {
  if (error.status === 404) return undefined;
  throw error;
});

/** Query string of a filter: lists are joined as the API takes them, what is empty is left out. */
export function query(values) {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) if (one !== undefined && one !== null && one !== '') given.append(name, one);
  const text = given.toString();
  return text ? `?${text}` : '';
}

/** An id that nobody else has. Not by crypto.randomUUID, which is there over TLS and on this machine alone. */
export const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** Gives requests their idempotency keys: one that is sent again, as its answer was lost, has that of the first time; any other a new one. */
export function once() {
  let last, id;
  return request => {
    if (request !== last) [last, id] = [request, newId()];
    return id;
  };
}

/** Sends JSON; what is decided gets who decides it where the API cannot know. */
export async function post(path, body, { headers = {}, key } = {}) {
  const text = JSON.stringify(caller.key ? body : { actor: caller.name, ...body });
  return (await request(path, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json', ...(key ? { 'Idempotency-Key': key(`${path} ${text}`) } : {}), ...headers } })).json();
}

/** A command on an incident, in the version that was looked at; `key` is of `once`, one for all tries of it. */
export const command = (incident, name, body, key) => post(`/incidents/${incident.id}/${name}`, body, { headers: { 'If-Match': `"${incident.version}"` }, key });
