// Elements from data. Every string becomes a text node or an attribute that is no script, so nothing in an article is ever markup.

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.setAttribute('class', value);
    else if (name === 'style') for (const [rule, set] of Object.entries(value)) element.style.setProperty(rule, set);
    else if (['value', 'checked', 'disabled', 'selected'].includes(name)) element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

/** An HTML element: h('p', { class: 'note' }, 'text', other). */
export const h = (name, properties, ...children) => fill(document.createElement(name), properties, children);

/** An SVG element. */
export const svg = (name, properties, ...children) => fill(document.createElementNS(SVG, name), properties, children);

/** Text of an article, whatever its language: it runs in its own direction and never turns round what stands beside it. */
export const foreign = (text, name = 'bdi', properties = {}) => h(name, { dir: 'auto', ...properties }, text);

/** A link out of an article; no link when its address is neither http nor https. */
export function outward(url, text) {
  let address;
  try {
    address = new URL(url);
  } catch {
    return foreign(text);
  }
  return ['http:', 'https:'].includes(address.protocol) ? h('a', { href: address.href, rel: 'noopener noreferrer', target: '_blank' }, foreign(text)) : foreign(text);
}

/** A labelled field of a form. */
export const field = (label, control, hint) => h('label', { class: 'field' }, h('span', {}, label), control, hint && h('small', {}, hint));

/** A drop-down: options as values, or as [value, text]. */
export const select = (properties, options, chosen) => h('select', properties, options.map(option => {
  const [value, text] = Array.isArray(option) ? option : [option, option];
  return h('option', { value, selected: value === (chosen ?? '') }, text);
}));

/** Tells readers of screens what has happened. */
export function say(text) {
  document.getElementById('said').textContent = text;
}

/** Shows what went wrong in words of the API. */
export function trouble(error) {
  if (error?.name === 'AbortError') return h('span');
  const errors = Object.entries(error?.problem?.errors ?? {}).flatMap(([name, texts]) => [texts].flat().map(text => h('li', {}, `${name}: ${text}`)));
  const trace = error?.problem?.traceId;
  say(error?.message ?? String(error));
  return h('div', { class: 'trouble', role: 'alert' },
    h('p', {}, h('strong', {}, error?.message ?? String(error)), error?.problem?.detail ? ` ${error.problem.detail}` : ''),
    errors.length > 0 && h('ul', {}, errors), trace && h('p', {}, h('small', {}, `Trace ${trace}`)));
}

/** A table: heads as texts, rows as lists of cells. */
export const table = (caption, heads, rows, properties = {}) => h('div', { class: 'scroll', role: 'group', 'aria-label': caption, tabindex: '0' },
  h('table', properties, h('caption', {}, caption), h('thead', {}, h('tr', {}, heads.map(head => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, rows.map(row => row instanceof Node ? row : h('tr', {}, row.map(cell => h('td', {}, cell)))))));

/** What an element with the focus is known by when its place is drawn anew: the row or section it is in, and what it is. */
export const focusKey = element => [element.closest('[data-key], [data-id], [data-field], [data-report]'), element].map((one, n) => !one ? '' : n === 0
  ? Object.values(one.dataset).join() : [one.localName, one.getAttribute('href'), one.getAttribute('aria-label') ?? one.getAttribute('name') ?? one.textContent].join('|')).join('||');

/** Gives the focus to what is known by a key; to the head of the page when it is no longer there. */
export function focusAgain(place, key) {
  const found = [...place.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]')].find(one => focusKey(one) === key) ?? document.querySelector('#main h1');
  found?.focus({ preventScroll: true });
}

/** Draws a place anew; who had the focus in it has it again. */
export function keepFocus(place, draw) {
  const had = place.contains(document.activeElement) ? focusKey(document.activeElement) : undefined;
  draw();
  if (had !== undefined && !place.contains(document.activeElement)) focusAgain(place, had);
}

/** Where the next page of a list is asked for; once at a time, and again when it failed. */
export function showMore(place, isThere, load, ...others) {
  let busy = false;
  const button = isThere && h('button', {
    type: 'button', onclick: async () => {
      if (busy) return;
      busy = true;
      button.setAttribute('aria-disabled', 'true'); // not disabled: that would take the focus away
      try {
        await load();
      } catch (error) {
        show(place, trouble(error), button, ...others);
      } finally {
        busy = false;
        button.removeAttribute('aria-disabled');
      }
    },
  }, 'More');
  const had = place.contains(document.activeElement);
  show(place, button, ...others);
  if (had) (button || document.querySelector('#main h1'))?.focus({ preventScroll: true });
}

/** Puts new content where the old one stood. */
export const show = (place, ...content) => place.replaceChildren(...content.flat(Infinity).filter(Boolean));
