// The list of incidents: filter, facets, pages by cursor, and changes as they happen.
import { get, query } from '../api.js';
import { foreign, h, say, show, trouble } from '../dom.js';
import * as filters from '../filters.js';
import { badge, count, date, number, percent, place as where, words } from '../format.js';
import { listen } from '../live.js';

const fields = 'id,version,status,title,eventType,date,place,casualties.killed.min,casualties.killed.max,casualties.wounded.min,casualties.wounded.max,conflicts,outlets,confidence,changedAt';
const facets = [['type', 'Kind'], ['country', 'Country'], ['perpetrator', 'Perpetrator'], ['weapon', 'Weapon'], ['outlet', 'Outlet'], ['year', 'Year']];
const settle = 400; // milliseconds: many changes in a moment are shown at once
const recount = 5000; // milliseconds between two counts of all incidents, which cost more

export async function open({ place, parameters, signal }) {
  const filter = filters.read(parameters);
  const go = changed => { location.hash = filters.address('incidents', changed); };
  const rows = h('tbody', {}), more = h('p', { class: 'buttons' }), beside = h('aside', { 'aria-label': 'Facets' }, h('p', { class: 'note' }, 'Counting …'));
  const state = h('span', { class: 'live' }, 'connecting'), news = h('p', {});
  show(place, h('h1', { tabindex: '-1' }, 'Incidents ', state), filters.form(filter, go, { sorts: true }), h('p', { class: 'note' }, h('a', { href: filters.address('map', filter) }, 'The same on the map')), news,
    h('div', { class: 'columns' }, h('section', { 'aria-label': 'List', class: 'wide' },
      h('table', { class: 'incidents' }, h('caption', { class: 'unseen' }, 'Incidents'),
        h('thead', {}, h('tr', {}, ['When', 'What', 'Where', 'Killed', 'Wounded', 'Outlets', 'Sure'].map(head => h('th', { scope: 'col' }, head)))), rows), more), beside));

  let pages = 0, cursor, seen = new Map();
  async function load(fresh) {
    const answer = await get(`/incidents${query({ ...filter, fields, limit: 50, cursor: fresh ? undefined : cursor })}`, signal);
    if (fresh) pages = 0;
    pages++;
    cursor = answer.next;
    const lines = answer.items.map(incident => row(incident, fresh && seen.size > 0 && seen.get(incident.id) !== incident.version));
    fresh ? show(rows, ...lines) : rows.append(...lines);
    if (fresh && answer.items.length === 0) show(rows, h('tr', {}, h('td', { colspan: '7' }, 'No incident meets this filter.')));
    for (const incident of answer.items) seen.set(incident.id, incident.version);
    show(more, cursor && h('button', { type: 'button', onclick: () => load(false).catch(error => show(more, trouble(error))) }, 'More'));
  }

  let waiting, counting, changes = 0;
  function changed() {
    changes++;
    waiting ??= setTimeout(async () => {
      waiting = undefined;
      if (signal.aborted) return;
      if (pages > 1)
        return show(news, h('button', { type: 'button', onclick: () => { show(news); load(true); } }, `${number(changes)} changes since: show from the start`));
      try {
        await load(true);
        say(`${number(changes)} changes`);
        changes = 0;
        counting ??= setTimeout(() => { counting = undefined; if (!signal.aborted) countAll().catch(() => {}); }, recount);
      } catch { /* the next change tries again */ }
    }, settle);
  }

  async function countAll() {
    const counts = await get(`/incidents/facets${query({ ...filters.ofCounts(filter), top: 8 })}`, signal);
    show(beside, h('p', {}, h('strong', {}, number(counts.total)), ' incidents'), facets.map(([name, title]) => facet(name, title, counts[name], filter)));
  }

  await load(true);
  countAll().catch(error => signal.aborted || show(beside, trouble(error)));
  listen(filters.ofEvents(filter), signal, changed, up => { state.textContent = up ? 'live' : 'reconnecting'; state.classList.toggle('up', up); });
}

function row(incident, isNew) {
  const { casualties, conflicts = [] } = incident;
  const torn = name => conflicts.includes(`casualties.${name}`) && badge('conflict', 'warn');
  return h('tr', { class: isNew ? 'new' : '', 'data-id': incident.id },
    h('td', { 'data-head': 'When' }, date(incident.date)),
    h('td', { 'data-head': 'What' }, h('a', { href: `#/incident/${incident.id}` }, foreign(incident.title ?? words(incident.eventType))),
      h('div', {}, badge(incident.eventType), incident.status !== 'open' && [' ', badge(incident.status, incident.status)], conflicts.length > 0 && [' ', badge(`${conflicts.length} in conflict`, 'warn')])),
    h('td', { 'data-head': 'Where' }, foreign(where(incident.place))),
    h('td', { 'data-head': 'Killed' }, count(casualties?.killed), ' ', torn('killed')),
    h('td', { 'data-head': 'Wounded' }, count(casualties?.wounded), ' ', torn('wounded')),
    h('td', { 'data-head': 'Outlets' }, String(incident.outlets ?? 0)),
    h('td', { 'data-head': 'Sure' }, percent(incident.confidence)));
}

function facet(name, title, { values, distinct, missing }, filter) {
  if (values.length === 0) return undefined;
  const narrowed = value => name === 'year' ? { ...filter, from: `${value}-01-01`, to: `${value}-12-31` } : { ...filter, [name]: value };
  const shown = name === 'year' ? values.slice(-8).reverse() : values;
  return h('section', { class: 'facet' }, h('h2', {}, title),
    h('ul', {}, shown.map(({ value, count }) => h('li', {}, h('a', { href: filters.address('incidents', narrowed(value)) }, foreign(words(value))), ' ', h('span', { class: 'note' }, number(count))))),
    (distinct > shown.length || missing > 0) && h('p', { class: 'note' }, [distinct > shown.length && `${number(distinct)} in all`, missing > 0 && `${number(missing)} without`].filter(Boolean).join(', ')));
}
