// Values of an incident in words.
import { foreign, h } from './dom.js';

/** rocket_attack → rocket attack. */
export const words = name => String(name ?? '').replaceAll('_', ' ');

/** Numbers with separators. */
export const number = value => Number(value).toLocaleString('en');

/** A day, or a moment that is only the beginning of one because nothing more exact is known: shown as that day, wherever the reader is. */
const isDay = moment => /^\d{4}-\d\d-\d\d(T00:00(:00(\.0+)?)?(Z|[+-]00:?00))?$/.test(moment);
const dayOf = moment => new Date(moment).toLocaleDateString('en-GB', { dateStyle: 'medium', ...(isDay(moment) ? { timeZone: 'UTC' } : {}) });

/** A moment in the reader's time zone, with the exact one to be read off. */
export const time = moment => moment ? h('time', { datetime: moment, title: moment }, isDay(moment) ? dayOf(moment) : new Date(moment).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })) : '';

/** The day of a moment in the reader's time zone, with the exact one to be read off. */
export const day = moment => moment ? h('time', { class: 'day', datetime: moment, title: moment }, dayOf(moment)) : '';

/** When it happened, as exactly as it is known. */
export function date(value) {
  if (!value) return 'no date';
  const { start, end, precision, timeOfDay } = value;
  const days = precision === 'year' ? start.slice(0, 4) : precision === 'month' ? start.slice(0, 7) : start === end ? start : `${start} – ${end}`;
  return timeOfDay ? `${days}, ${timeOfDay}` : days;
}

/** Where it happened. */
export const place = value => value ? [value.name, value.admin1 !== value.name && value.admin1, value.country].filter(Boolean).join(', ') : 'no place';

/** How many: 3, 3–5, at least 3, some; — when nobody says. */
export function count(value) {
  if (!value) return '–';
  const { min, max } = value;
  if (min === undefined || min === null) return max === undefined || max === null ? 'some' : `up to ${max}`;
  return max === undefined || max === null ? `at least ${min}` : min === max ? `${min}` : `${min}–${max}`;
}

/** A share in per cent. */
export const percent = share => `${Math.round(share * 100)}\u00a0%`;

/** A status or mark, told by its word and not by its colour alone. */
export const badge = (text, kind = '') => h('span', { class: `badge ${kind}` }, words(text));

/** A value of any field of an incident in words. */
export function value(field, of) {
  if (of === undefined || of === null) return 'not known';
  if (Array.isArray(of)) return of.length === 0 ? 'none' : of.map((one, n) => [n > 0 && '; ', value(field, one)]);
  if (typeof of !== 'object') return foreign(words(of));
  if (field === 'date') return date(of);
  if (field === 'place') return foreign(place(of) + (of.relation && of.relation !== 'at' ? ` (${[of.distanceKm && `${of.distanceKm} km`, words(of.relation)].filter(Boolean).join(' ')})` : ''));
  if (field === 'casualties') return Object.entries(of).map(([name, people], n) => [n > 0 && '; ', `${name} `, value(`casualties.${name}`, people)]);
  if (field.startsWith('casualties')) return [count(of), (of.groups ?? []).map(group => foreign(` · ${group.who}: ${count(group)}`))];
  if (field === 'weapons') return foreign([words(of.type), of.model, (of.min ?? of.max) !== undefined && `(${count(of)})`].filter(Boolean).join(' '));
  if (field === 'targets') return foreign(`${of.name} (${words(of.kind)})`);
  if (field === 'damage') return foreign(`${of.text} (${words(of.kind)})`);
  if (field === 'perpetrators') return foreign(`${of.name} (${words(of.kind)}, ${words(of.stance)}${of.accuser ? ` by ${of.accuser}` : ''})`);
  return foreign(JSON.stringify(of));
}

/** The name of a field for a person. */
export const fieldName = field => words(field.replace('casualties.', '').replace('eventType', 'kind of attack'));
