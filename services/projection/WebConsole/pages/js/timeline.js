// Incidents over time as bars; each is a link that narrows the filter to its time.
import { svg } from './dom.js';
import * as filters from './filters.js';
import { number } from './format.js';

const mostMonths = 60; // more are shown as years
const around = 6; // months shown before and after the chosen ones

/** Months as whole numbers: 12 a year. */
const toMonth = text => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
const name = month => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String(month % 12 + 1).padStart(2, '0')}`;
const lastDay = month => new Date(Date.UTC(Math.floor(month / 12), month % 12 + 1, 0)).getUTCDate();

/** The bars of months with counts: [{ label, from, to, incidents }]. A chosen time is shown month by month, with some around it. */
export function bars(groups, filter) {
  const counts = new Map(groups.filter(group => group.key.month).map(group => [toMonth(group.key.month), group.incidents]));
  if (counts.size === 0) return [];
  const known = [...counts.keys()];
  let first = Math.min(...known), last = Math.max(...known);
  if (filter.from) first = Math.max(first, toMonth(filter.from) - around);
  if (filter.to) last = Math.min(last, toMonth(filter.to) + around);
  const step = last - first >= mostMonths ? 12 : 1;
  if (step === 12) first -= first % 12;
  const result = [];
  for (let month = first; month <= last; month += step) {
    let incidents = 0;
    for (let one = month; one < month + step; one++) incidents += counts.get(one) ?? 0;
    const end = month + step - 1;
    result.push({ label: step === 12 ? name(month).slice(0, 4) : name(month), from: `${name(month)}-01`, to: `${name(end)}-${lastDay(end)}`, incidents });
  }
  return result;
}

/** The drawing; `page` is where its links lead. */
export function draw(groups, filter, page) {
  const all = bars(groups, filter), width = 1000, height = 120, each = width / Math.max(1, all.length);
  const top = Math.max(1, ...all.map(bar => bar.incidents)), labels = Math.ceil(all.length / 12);
  return svg('svg', { class: 'timeline', viewBox: `0 0 ${width} ${height + 16}`, preserveAspectRatio: 'none', role: 'group', 'aria-label': 'Timeline' }, all.map(({ label, from, to, incidents }, n) => {
    const tall = incidents / top * (height - 4), chosen = (filter.from || filter.to) && from >= (filter.from ?? '') && to <= (filter.to ?? '9999');
    return [
      svg('a', { href: filters.address(page, { ...filter, from, to }), 'aria-label': `${label}: ${number(incidents)} incidents`, tabindex: incidents === 0 ? -1 : 0 },
        svg('title', {}, `${label}: ${number(incidents)}`),
        svg('rect', { class: chosen ? 'chosen' : '', x: n * each + 1, y: height - tall, width: Math.max(1, each - 2), height: tall })),
      n % labels === 0 && svg('text', { x: n * each + 2, y: height + 13, 'aria-hidden': 'true' }, label),
    ];
  }));
}
