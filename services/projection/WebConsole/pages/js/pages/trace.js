// The way of one article through the services as a waterfall; followed until it has come to its end.
import { find } from '../api.js';
import { foreign, h, show, trouble } from '../dom.js';
import { badge, number, time, words } from '../format.js';
import { kindOf } from './traces.js';

const again = 1500; // milliseconds between two looks: spans come a second or two after they happened
const patience = 20; // looks at a trace of which nothing is kept yet
const rest = 4; // looks at one that has come to its end: subscribers are told after it
const waits = ['relay_wait', 'broker_wait', 'batch_wait', 'lock_wait'];

export async function open({ place, id, signal }) {
  const isArticle = id.includes('-'), content = h('div', {});
  show(place, h('h1', { tabindex: '-1' }, 'Trace'), content);
  let drawn = ''; // no JSON: what is not there is drawn too
  async function look(left, more) {
    const trace = await find(isArticle ? `/articles/${encodeURIComponent(id)}/trace` : `/traces/${encodeURIComponent(id)}`, signal);
    const text = JSON.stringify(trace);
    if (text !== drawn) show(content, trace ? all(trace) : h('p', {}, 'No trace of this is kept here.'));
    drawn = text;
    const ended = trace && !['running', 'none'].includes(trace.status);
    if (trace && (ended ? more > 0 : trace.status === 'running' || left > 0) && !signal.aborted)
      setTimeout(() => look(left - 1, ended ? more - 1 : more).catch(error => signal.aborted || content.append(trouble(error))), again);
  }
  await look(patience, rest);
}

function all({ articleId, traceId, requests = [], status, startedAt, durationMs, errors = 0, retries = 0, truncated, stages, spans }) {
  const end = Math.max(1, ...[...stages, ...spans.filter(span => !span.linked)].map(one => one.offsetMs + one.durationMs));
  return [
    h('p', {}, badge(status === 'none' ? 'no spans kept' : status, kindOf(status)), durationMs !== undefined && ` ${number(durationMs)} ms`, startedAt && [' from ', time(startedAt)],
      errors > 0 && ` · ${number(errors)} failed`, retries > 0 && ` · ${number(retries)} tried again`),
    h('p', { class: 'note' }, 'Trace ', h('a', { href: `#/trace/${traceId}` }, traceId), articleId && [' · ', h('a', { href: `#/incidents?article=${articleId}` }, 'incidents of the article')], ' · ', h('a', { href: '#/traces' }, 'slowest and failed')),
    requests.length > 1 && h('ul', { class: 'note' }, requests.map(one => h('li', {}, h('a', { href: `#/trace/${one.traceId}` }, words(one.reason)), ' ', time(one.at)))),
    stages.length > 0 && waterfall('The way', stages.map(one => ({ ...one, title: `${one.service}: ${words(one.name)}`, isWait: waits.includes(one.name) })), end),
    spans.length > 0 && h('details', { open: stages.length === 0 }, h('summary', {}, `All ${number(spans.length)} spans`), truncated && h('p', { class: 'note' }, 'There are more than are shown.'),
      waterfall('Spans', spans.map(one => ({ ...one, title: `${one.service}: ${one.name}`, detail: one.linked && 'linked, of another trace' })), end)),
  ];
}

const waterfall = (title, rows, end) => h('section', { 'aria-label': title }, h('h2', {}, title), h('div', { class: 'waterfall' }, rows.flatMap(row => [
  h('div', { style: { 'padding-inline-start': `${Math.min(row.depth ?? 0, 12) * .75}rem` } }, more(row), ' ', row.attempt > 1 && [badge(`attempt ${row.attempt}`, 'warn'), ' '], row.status === 'error' && badge('failed', 'error'),
    row.error && h('div', { class: 'note' }, foreign(row.error)), row.detail && h('div', { class: 'note' }, foreign(row.detail))),
  h('div', { class: 'track', role: 'img', 'aria-label': `${row.title}: ${number(row.durationMs)} ms from ${number(row.offsetMs)} ms` }, !row.linked && h('div', {
    class: `bar${row.status === 'error' ? ' failed' : row.isWait ? ' waiting' : ''}`,
    title: `${number(row.durationMs)} ms from ${number(row.offsetMs)} ms`,
    style: { 'inset-inline-start': `${Math.max(0, row.offsetMs) / end * 100}%`, width: `${row.durationMs / end * 100}%` },
  }), h('span', { class: 'took', 'aria-hidden': 'true' }, `${number(row.durationMs)} ms`)),
])));

/** Name of a span, with its attributes and events to be unfolded. */
function more({ title, attributes = {}, events = [] }) {
  const facts = [...Object.entries(attributes).map(([name, value]) => h('li', {}, `${name}: `, foreign(value))), ...events.map(event => h('li', {}, `${number(event.offsetMs)} ms `, foreign(event.name)))];
  return facts.length === 0 ? foreign(title) : h('details', {}, h('summary', {}, foreign(title)), h('ul', { class: 'note' }, facts));
}
