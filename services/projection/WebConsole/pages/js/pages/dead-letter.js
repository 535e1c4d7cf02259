// One dead letter, whole: what is wrong with it, what it says, and what is decided of it.
import { get, post } from '../api.js';
import { decide } from '../commands.js';
import { foreign, h, show, table } from '../dom.js';
import { badge, number, time, words } from '../format.js';

export async function open({ place, id, signal }) {
  async function load() {
    const letter = await get(`/dead-letters/${encodeURIComponent(id)}`, signal);
    const button = (name, title) => h('button', { type: 'button', class: name === 'replay' ? 'main' : '', onclick: () => decide(title, undefined, reason => post(`/dead-letters/${id}/${name}`, { reason }), load) }, title);
    // Each can be scrolled by the keyboard.
    const whole = (title, text) => [h('h2', {}, title), h('pre', { dir: 'auto', role: 'region', 'aria-label': title, tabindex: '0' }, text)];
    const json = value => JSON.stringify(value, undefined, 2);
    show(place, h('h1', { tabindex: '-1' }, 'Dead letter'), h('p', {}, badge(letter.state, letter.state), ' ', badge(letter.kind), ' ', foreign(letter.reason, 'strong')),
      h('dl', { class: 'facts' }, [['Type', letter.messageType], ['Queue', letter.queue], ['Died', time(letter.at)], ['Replays', number(letter.replays)], ['Bytes', number(letter.size)], ['Message', letter.messageId], ['Trace', letter.traceId]]
        .filter(([, value]) => value).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, typeof value === 'string' ? foreign(value) : value)))),
      letter.state !== 'discarded' && h('p', { class: 'buttons' }, button('replay', 'Replay'), button('discard', 'Discard')),
      table('What happened to it', ['What', 'When', 'Who', 'Why'], letter.actions.map(one => [words(one.action), time(one.at), foreign(one.actor ?? ''), foreign(one.reason)])),
      whole('Body', letter.text ?? `Not text. In Base64: ${letter.body}`), whole('Headers', json(letter.headers)), whole('Properties', json(letter.properties)), letter.exception && whole('Exception', letter.exception));
  }
  await load();
}
