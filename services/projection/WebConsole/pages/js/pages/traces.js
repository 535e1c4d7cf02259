// Articles whose way is worth a look: the slowest and the failed. Shown when the platform keeps traces.
import { h, show } from '../dom.js';

export async function open({ place, signal }) {
  const to = h('input', { name: 'article', required: true, pattern: '[0-9a-fA-F-]{36}', size: '36' });
  show(place, h('h1', { tabindex: '-1' }, 'Traces'), h('form', { class: 'filters', 'aria-label': 'One article', onsubmit: event => { event.preventDefault(); location.hash = `#/trace/${to.value.trim()}`; } },
    h('label', { class: 'field' }, h('span', {}, 'Id of an article'), to), h('button', { class: 'main' }, 'Show its trace')));
}
