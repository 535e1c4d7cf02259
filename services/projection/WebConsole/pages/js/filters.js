// The filter that list, map and timeline share; it lives in the address, so that a view can be sent to somebody.
import { field, h, select } from './dom.js';
import { words } from './format.js';
import { eventTypes, stances, statuses, weaponTypes } from './vocabulary.js';

/** Parameters of the API that a filter of the console has. */
const names = ['q', 'type', 'acled', 'country', 'admin1', 'perpetrator', 'stance', 'weapon', 'outlet', 'status', 'from', 'to', 'killedMin', 'killedMax', 'woundedMin', 'woundedMax', 'confidenceMin',
  'bbox', 'near', 'radiusKm', 'article', 'changedSince', 'sort'];

/** Those the form has no control for, with those that go with them: they come by a link, are told, and can be taken away. */
const untouched = { acled: [], admin1: [], bbox: [], near: ['radiusKm'], killedMax: [], woundedMax: [], article: [], changedSince: [] };

/** The filter of an address. */
export function read(parameters) {
  const filter = {};
  for (const name of names) {
    const all = parameters.getAll(name).filter(Boolean);
    if (all.length > 0) filter[name] = all.length === 1 ? all[0] : all;
  }
  return filter;
}

/** The address of a page with a filter. */
export function address(page, filter) {
  const parameters = new URLSearchParams();
  for (const name of names) for (const value of [filter[name] ?? []].flat()) if (value) parameters.append(name, value);
  const text = parameters.toString();
  return `#/${page}${text ? `?${text}` : ''}`;
}

/** What the stream of changes can be asked for: no words, no order, no time. */
export function ofEvents({ q, sort, changedSince, ...filter }) {
  return filter;
}

/** What counts can be asked for. */
export function ofCounts({ sort, ...filter }) {
  return filter;
}

/** The form of a filter; `changed` gets the new one. */
export function form(filter, changed, { sorts = false } = {}) {
  const input = (name, properties = {}) => h('input', { name, value: [filter[name] ?? ''].flat().join(properties.list === undefined ? ', ' : ''), ...properties });
  const choice = (name, values, any = 'any') => {
    const chosen = [filter[name] ?? ''].flat().join();
    return select({ name }, [['', any], ...(chosen === '' || values.includes(chosen) ? [] : [[chosen, words(chosen.replaceAll(',', ', '))]]), ...values.map(value => [value, words(value)])], chosen);
  };
  const make = h('form', {
    class: 'filters', role: 'search', 'aria-label': 'Filter of incidents',
    onsubmit: event => {
      event.preventDefault();
      const given = { ...filter };
      // What nobody has touched stays as it came: several values, or more exact ones than the form can show.
      for (const [name, value] of new FormData(make)) if (value !== initial.get(name)) given[name] = name === 'country' ? value.replaceAll(' ', '').toUpperCase() : value.trim();
      changed(given);
    },
    onchange: event => { if (event.target.matches('select, [type=date]')) make.requestSubmit(); },
  },
  field('Words', input('q', { type: 'search', placeholder: 'katyusha "air base"', maxlength: '500' })),
  field('Kind', choice('type', eventTypes)),
  field('Country', input('country', { placeholder: 'IQ', pattern: '[A-Za-z]{2}(, ?[A-Za-z]{2})*', size: '6', title: 'Two letters, such as IQ' })),
  field('From', input('from', { type: 'date' })),
  field('To', input('to', { type: 'date' })),
  h('details', { open: ['perpetrator', 'stance', 'weapon', 'outlet', 'status', 'killedMin', 'woundedMin', 'confidenceMin'].some(name => filter[name]) },
    h('summary', {}, 'More'),
    h('div', { class: 'row' },
      field('Perpetrator', input('perpetrator')), field('Stance', choice('stance', stances)), field('Weapon', choice('weapon', weaponTypes)),
      field('Outlet', input('outlet')), field('Status', choice('status', statuses, 'open, confirmed')),
      field('Killed at least', input('killedMin', { type: 'number', min: '0' })), field('Wounded at least', input('woundedMin', { type: 'number', min: '0' })),
      field('Confidence at least', input('confidenceMin', { type: 'number', min: '0', max: '1', step: '0.01' })))),
  sorts && field('Order', select({ name: 'sort' }, [['', 'newest first'], ['-changed', 'last changed'], ['-reported', 'last reported'], ['-killed', 'most killed'], ['-wounded', 'most wounded'], ['-confidence', 'surest']], filter.sort)),
  Object.entries(untouched).filter(([name]) => filter[name]).map(([name, others]) => h('button', {
    type: 'button', title: 'Without it', onclick: () => changed({ ...filter, ...Object.fromEntries([name, ...others].map(one => [one, undefined])) }),
  }, `${name}: ${[name, ...others].flatMap(one => filter[one] ?? []).join(', ')} ×`)),
  h('p', { class: 'buttons' }, h('button', { class: 'main' }, 'Search'), Object.keys(filter).length > 0 && h('button', { type: 'button', onclick: () => changed({}) }, 'Clear')));
  const initial = new FormData(make);
  return make;
}
