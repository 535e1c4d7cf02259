// The list of incidents: filter, facets, pages by cursor, and changes as they happen.
import { get, query, request } from '../api.js';
import { foreign, h, keepFocus, show, showMore, trouble } from '../dom.js';
import * as filters from '../filters.js';
import { following, reloading } from '../following.js';
import { badge, count, date, number, percent, place as where, words } from '../format.js';

const fields = 'id,version,status,title,eventType,date,place,casualties.killed.min,casualties.killed.max,casualties.wounded.min,casualties.wounded.max,conflicts,outlets,confidence,changedAt';
const facets = [['type', 'Kind'], ['country', 'Country'], ['perpetrator', 'Perpetrator'], ['weapon', 'Weapon'], ['outlet', 'Outlet'], ['year', 'Year']];
const recount = 5000; // milliseconds between two counts of all incidents, which cost more

export async function open({ place, parameters, signal }) {
  const filter = filters.read(parameters);
  const go = changed => { location.hash = filters.address('incidents', changed); };
  const rows = h('tbody', {}), more = h('p', { class: 'buttons' }), beside = h('aside', { 'aria-label': 'Facets' }, h('p', { class: 'note' }, 'Counting …'));
  // Rows stay where they are while somebody is among them, or has turned pages.
  const follow = following(async () => {
    await load(true);
    if (stale) counting ??= setTimeout(() => { counting = undefined; if (!signal.aborted) countAgain(); }, recount);
    stale = false;
  }, signal, { busy: () => pages > 1 || rows.contains(document.activeElement), heard: () => stale = true });
  show(place, h('h1', { tabindex: '-1' }, 'Incidents'), follow.bar, filters.form(filter, go, { sorts: true }), h('p', { class: 'note' }, h('a', { href: filters.address('map', filter) }, 'The same on the map')),
    h('div', { class: 'columns' }, h('section', { 'aria-label': 'List', class: 'wide' },
      h('table', { class: 'incidents' }, h('caption', { class: 'unseen' }, 'Incidents'),
        h('thead', {}, h('tr', {}, ['When', 'What', 'Where', 'Killed', 'Wounded', 'Outlets', 'Sure'].map(head => h('th', { scope: 'col' }, head)))), rows), more), beside));

  let pages = 0, cursor, tag, turn = 0, counting, stale = false; // stale: the counts, since a change
  const seen = new Map();
  async function load(fresh) {
    const mine = fresh ? ++turn : turn;
    const answer = await request(`/incidents${query({ ...filter, fields, limit: 50, cursor: fresh ? undefined : cursor })}`, { signal, headers: fresh && pages === 1 && tag ? { 'If-None-Match': tag } : {} });
    if (answer.status === 304) return;
    const page = await answer.json();
    if (mine !== turn) return; // the list began anew meanwhile
    if (fresh) [pages, tag] = [0, answer.headers.get('ETag')];
    pages++;
    cursor = page.next;
    const lines = page.items.map(incident => row(incident, fresh && seen.size > 0 && seen.get(incident.id) !== incident.version));
    if (fresh) keepFocus(rows, () => show(rows, ...(lines.length > 0 ? lines : [h('tr', {}, h('td', { colspan: '7' }, 'No incident meets this filter.'))])));
    else rows.append(...lines);
    for (const incident of page.items) seen.set(incident.id, incident.version);
    showMore(more, cursor, () => load(false));
  }

  let counted = false;
  const countAgain = reloading(async () => {
    const counts = await get(`/incidents/facets${query({ ...filters.ofCounts(filter), top: 8 })}`, signal);
    counted = true;
    keepFocus(beside, () => show(beside, h('p', {}, h('strong', {}, number(counts.total)), ' incidents'), facets.map(([name, title]) => facet(name, title, counts[name], filter))));
  }, signal, error => { if (error && !counted) show(beside, trouble(error)); });

  await load(true);
  countAgain();
  follow.begin(filters.ofEvents(filter));
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
