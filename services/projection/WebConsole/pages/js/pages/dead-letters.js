// Messages that could not be taken in.
import { get, post, query } from '../api.js';
import { decide } from '../commands.js';
import { field, foreign, h, select, show, showMore, table } from '../dom.js';
import { badge, number, time } from '../format.js';

/** The state always stands in the address: without one it is those that wait. */
const states = [['waiting', 'waiting'], ['replayed', 'replayed'], ['discarded', 'discarded'], ['', 'all']];

export async function open({ place, parameters, signal }) {
  const filter = { state: parameters.get('state') ?? 'waiting', queue: parameters.get('queue') ?? '', reason: parameters.get('reason') ?? '' };
  const form = h('form', {
    class: 'filters', role: 'search', 'aria-label': 'Filter of dead letters',
    onsubmit: event => { event.preventDefault(); location.hash = `#/dead-letters?${new URLSearchParams(new FormData(form))}`; },
  }, field('State', select({ name: 'state' }, states, filter.state)), field('Queue', h('input', { name: 'queue', value: filter.queue })), field('Reason', h('input', { name: 'reason', value: filter.reason })), h('button', { class: 'main' }, 'Search'));
  const rows = h('tbody', {}), more = h('p', { class: 'buttons' }), list = h('div', {});
  show(place, h('h1', { tabindex: '-1' }, 'Dead letters'), h('p', { class: 'note' }, 'Messages that no consumer could take in. Each waits until somebody has it tried again or says that it is not wanted.'), form, list, more);
  let cursor;
  async function load(fresh) {
    const page = await get(`/dead-letters${query({ ...filter, limit: 50, cursor: fresh ? undefined : cursor })}`, signal);
    cursor = page.next;
    const lines = page.items.map(letter => h('tr', {},
      h('td', {}, h('a', { href: `#/dead-letter/${letter.id}` }, time(letter.at))), h('td', {}, badge(letter.state, letter.state)), h('td', {}, foreign(letter.messageType ?? '')),
      h('td', {}, foreign(letter.reason)), h('td', {}, letter.queue), h('td', {}, letter.kind), h('td', {}, number(letter.replays))));
    fresh ? show(rows, ...lines) : rows.append(...lines);
    if (fresh) show(list, page.items.length === 0 ? h('p', {}, 'None.') : table('Dead letters', ['Died', 'State', 'Type', 'Reason', 'Queue', 'Kind', 'Replays'], []));
    list.querySelector('tbody')?.replaceWith(rows);
    showMore(more, cursor, () => load(false),
      filter.state === 'waiting' && rows.childElementCount > 0 && (filter.queue || filter.reason) && h('button', { type: 'button', onclick: replayAll }, 'Replay all of this filter'));
  }
  const replayAll = () => decide('Replay all of this filter', h('p', {}, 'The oldest first, up to 1000.'),
    reason => post('/dead-letters/replay', { reason, limit: 1000, filter: Object.fromEntries(['queue', 'reason'].filter(name => filter[name]).map(name => [name, filter[name]])) }),
    async answer => { await load(true); more.append(h('span', {}, `${answer.replayed} replayed, ${answer.failed} failed, ${answer.remaining} remain.`)); });
  await load(true);
}
