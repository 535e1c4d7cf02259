// Pairs of incidents that may be one event, the surest first: merged or kept apart from here.
import { get, query } from '../api.js';
import { keepApart, merge } from '../commands.js';
import { foreign, h, show, showMore } from '../dom.js';
import { badge, count, date, percent, place as where, words } from '../format.js';

export async function open({ place, signal }) {
  const list = h('div', {}), more = h('p', { class: 'buttons' });
  show(place, h('h1', { tabindex: '-1' }, 'Possible duplicates'), list, more);
  let cursor;
  async function load(fresh) {
    const page = await get(`/duplicates${query({ limit: 20, cursor: fresh ? undefined : cursor })}`, signal);
    cursor = page.next;
    if (fresh) show(list, page.items.length === 0 && h('p', {}, 'None.'));
    list.append(...page.items.map(one => pair(one, () => load(true))));
    showMore(more, cursor, () => load(false));
  }
  await load(true);
}

const pair = ({ score, reasons, incident, other }, done) => h('section', { class: 'pair', 'aria-label': 'Pair' },
  h('p', {}, h('strong', {}, `${percent(score)} the same`)),
  h('div', { class: 'columns even' }, [incident, other].map(side)),
  h('ul', { class: 'note' }, reasons.map(reason => h('li', {}, foreign(reason)))),
  h('p', { class: 'buttons' }, h('button', { type: 'button', onclick: () => merge(incident, done, other) }, 'Merge'), h('button', { type: 'button', onclick: () => keepApart(incident, other, done) }, 'Keep apart')));

const side = one => h('div', {}, h('a', { href: `#/incident/${one.id}` }, foreign(one.title ?? words(one.eventType))), h('div', {}, badge(one.eventType), ' ', date(one.date)),
  h('div', {}, foreign(where(one.place))), h('div', { class: 'note' }, `killed ${count(one.casualties?.killed)}, wounded ${count(one.casualties?.wounded)}, ${one.reports} reports, ${one.outlets} outlets`));
