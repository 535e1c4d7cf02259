// An article's text with the words that values were read from marked in it.
import { h } from './dom.js';
import { fieldName } from './format.js';

/** Cuts a text at the ends of all evidence: [{ start, end, fields }], in order, the whole text. Offsets are UTF-16 code units, as in JavaScript. */
export function segments(text, evidence) {
  const good = evidence.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...good.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, n) => {
    const start = cuts[n];
    return { start, end, fields: [...new Set(good.filter(one => one.start <= start && one.end >= end).map(one => one.field))] };
  });
}

/** The group of a field, which has a colour: casualties.killed.groups[0] → casualties. */
const group = field => /^[a-zA-Z]+/.exec(field)[0];

/** The text as an element; marks carry their fields and their place. */
export function marked(text, evidence) {
  return h('div', { class: 'text', dir: 'auto', role: 'region', 'aria-label': 'Text of the article', tabindex: '0' }, segments(text, evidence).map(({ start, end, fields }) => fields.length === 0 ? text.slice(start, end)
    : h('mark', { class: `of-${group(fields[0])}`, title: fields.map(fieldName).join(', '), 'data-start': start, 'data-end': end, 'data-fields': fields.join(' '), tabindex: '-1' }, text.slice(start, end))));
}

/** Leads the reader to the words between two places of a marked text; gives false when they are not there. */
export function leadTo(container, start, end) {
  const found = [...container.querySelectorAll('mark')].filter(mark => Number(mark.dataset.start) < end && Number(mark.dataset.end) > start);
  for (const mark of container.ownerDocument.querySelectorAll('mark.here')) mark.classList.remove('here');
  for (const mark of found) mark.classList.add('here');
  found[0]?.focus({ preventScroll: true });
  found[0]?.scrollIntoView({ block: 'center' });
  return found.length > 0;
}
