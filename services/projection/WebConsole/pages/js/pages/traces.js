// Articles whose way is worth a look: the slowest and the failed.
import { find, query } from '../api.js';
import { field, foreign, h, select, show, showMore, table } from '../dom.js';
import { badge, number, time } from '../format.js';

const spans = [['PT1H', 'the last hour', 1], ['PT24H', 'the last day', 24], ['PT168H', 'the last week', 168]];

export async function open({ place, parameters, signal }) {
  const to = h('input', { name: 'article', required: true, pattern: '([0-9a-fA-F]{8}-[0-9a-fA-F\\-]{27}|[0-9a-fA-F]{32})', size: '36', title: 'The UUID of an article, or the 32 digits of a trace' });
  const chosen = spans.find(([name]) => name === parameters.get('since')) ?? spans[0];
  const since = new Date(Date.now() - chosen[2] * 3_600_000).toISOString();
  const failed = h('section', { 'aria-label': 'Failed' }), slowest = h('section', { 'aria-label': 'Slowest' });
  show(place, h('h1', { tabindex: '-1' }, 'Traces'), h('div', { class: 'row' },
    h('form', { class: 'filters', 'aria-label': 'One trace', onsubmit: event => { event.preventDefault(); location.hash = `#/trace/${to.value.trim()}`; } },
      field('Id of an article or trace', to), h('button', { class: 'main' }, 'Show its trace')),
    field('Since', select({ onchange: event => { location.hash = `#/traces?since=${event.target.value}`; } }, spans, chosen[0]))), failed, slowest);
  await Promise.all([list(failed, 'Failed', '/traces/failed', since, signal), list(slowest, 'Slowest', '/traces/slowest', since, signal)]);
}

async function list(section, title, path, since, signal) {
  const rows = h('tbody', {}), more = h('p', { class: 'buttons' });
  let cursor;
  async function load(fresh) {
    const page = await find(`${path}${query({ since, limit: 20, cursor })}`, signal);
    if (!page) return show(section, h('h2', {}, title), h('p', { class: 'note' }, 'This platform keeps no traces.'));
    cursor = page.next;
    rows.append(...page.items.map(line));
    if (fresh) show(section, h('h2', {}, title), page.items.length === 0 ? h('p', {}, 'None.') : table(title, ['Took', 'What', 'Status', 'Error', 'Began'], []), more);
    section.querySelector('tbody')?.replaceWith(rows);
    showMore(more, cursor, () => load(false));
  }
  await load(true);
}

const line = one => h('tr', {},
  h('td', {}, one.durationMs === undefined ? '–' : `${number(one.durationMs)} ms`),
  h('td', {}, h('a', { href: `#/trace/${one.articleId ?? one.traceId}` }, foreign(one.title ?? one.articleId ?? one.traceId)), one.outlet && h('div', { class: 'note' }, foreign(one.outlet))),
  h('td', {}, badge(one.status, kindOf(one.status)), one.retries > 0 && ` ${number(one.retries)} again`),
  h('td', {}, one.error && [`${one.error.service}, ${one.error.span}: `, foreign(one.error.message)]),
  h('td', {}, time(one.startedAt)));

/** The colour of a status. */
export const kindOf = status => ({ ok: 'confirmed', recovered: 'warn', running: 'warn', failed: 'error', error: 'error' })[status] ?? '';
