// Map and timeline of one filter: a country or a part of the map narrows the time's bars, a bar narrows the map.
import { get, query } from '../api.js';
import { h, show, svg } from '../dom.js';
import * as filters from '../filters.js';
import { date, number, place as where, words } from '../format.js';
import { draw } from '../timeline.js';

const world = [-1800, -850, 3600, 1450]; // tenths of a degree: x, y, width, height
const shown = 500; // points at most, the newest

export async function open({ place, parameters, signal }) {
  const filter = filters.read(parameters);
  const go = changed => { location.hash = filters.address('map', changed); };
  const { country, bbox, from, to, ...rest } = filters.ofCounts(filter);
  const time = h('section', { 'aria-label': 'Time' }), note = h('p', { class: 'note' });
  // Each is counted without its own condition, so that there is something else to choose.
  const [countries, byCountry, byMonth, points] = await Promise.all([
    outlines(signal), get(`/stats${query({ ...rest, bbox, from, to, by: 'country' })}`, signal), get(`/stats${query({ ...rest, country, bbox, by: 'month' })}`, signal),
    get(`/incidents${query({ ...filters.ofCounts(filter), limit: shown, fields: 'id,title,eventType,date,place' })}`, signal)]);
  const counts = new Map(byCountry.groups.map(group => [group.key.country, group.incidents])), top = Math.max(1, ...counts.values());
  const chosen = new Set([country ?? []].flat().flatMap(codes => codes.split(',')));

  const view = { box: ofBbox(bbox) ?? [...world] };
  const dots = points.items.filter(one => one.place?.lat !== undefined).map(one => svg('a', { href: `#/incident/${one.id}`, tabindex: '-1' },
    svg('title', {}, `${one.title ?? words(one.eventType)} · ${date(one.date)} · ${where(one.place)}`), svg('circle', { cx: one.place.lon * 10, cy: -one.place.lat * 10 })));
  const map = svg('svg', { class: 'world', role: 'group', 'aria-label': 'Map of incidents by country', preserveAspectRatio: 'xMidYMid meet' },
    countries.map(([code, name, path]) => {
      const incidents = counts.get(code);
      if (!incidents) return svg('path', { d: path }, svg('title', {}, name));
      const share = .25 + .75 * Math.log1p(incidents) / Math.log1p(top);
      return svg('a', { href: filters.address('map', { ...filter, country: chosen.has(code) ? undefined : code }), 'aria-label': `${name}: ${number(incidents)} incidents` },
        svg('path', { d: path, class: chosen.has(code) ? 'some chosen' : 'some', style: { 'fill-opacity': share } }, svg('title', {}, `${name}: ${number(incidents)}`)));
    }), dots);
  const frame = () => {
    map.setAttribute('viewBox', view.box.join(' '));
    for (const circle of map.querySelectorAll('circle')) circle.setAttribute('r', view.box[2] / 300);
  };
  frame();
  movable(map, view, frame);

  const zoom = factor => { zoomTo(view, factor, .5, .5); frame(); };
  const button = (text, label, action) => h('button', { type: 'button', 'aria-label': label, onclick: action }, text);
  show(time, h('h2', {}, 'Time'), byMonth.groups.some(group => group.key.month) ? draw(byMonth.groups, filter, 'map') : h('p', {}, 'No dated incident meets this filter.'));
  show(note, [`${number(points.items.length)}${points.next ? ' newest' : ''} incidents as points where they have a place; countries are coloured by all of them. `, h('a', { href: filters.address('incidents', filter) }, 'The same as a list')]);
  show(place, h('h1', { tabindex: '-1' }, 'Map'), filters.form(filter, go), note,
    h('p', { class: 'buttons' }, button('+', 'Closer', () => zoom(.5)), button('−', 'Farther', () => zoom(2)), button('Whole world', undefined, () => { view.box = [...world]; frame(); }),
      h('button', { type: 'button', onclick: () => go({ ...filter, bbox: toBbox(view.box, map) }) }, 'Only what is in view'),
      (country || bbox) && h('button', { type: 'button', onclick: () => go({ ...filter, country: undefined, bbox: undefined }) }, 'Everywhere'),
      (from || to) && h('button', { type: 'button', onclick: () => go({ ...filter, from: undefined, to: undefined }) }, 'All the time')),
    map, time);
}

/** Country outlines, once: [code, name, path]. */
let known;
const outlines = signal => known ??= get('/console/countries.json', signal).catch(error => { known = undefined; throw error; });

function ofBbox(bbox) {
  const [west, south, east, north] = [bbox ?? ''].flat()[0].split(',').map(Number);
  return Number.isFinite(north) && east > west ? [west * 10, -north * 10, (east - west) * 10, (north - south) * 10] : undefined;
}

/** The part of the world that is seen, which has the proportions of the drawing. */
function toBbox([x, y, width, height], map) {
  const { clientWidth, clientHeight } = map, scale = Math.min(clientWidth / width, clientHeight / height) || 1;
  const [wide, high] = [clientWidth / scale, clientHeight / scale], [left, up] = [x - (wide - width) / 2, y - (high - height) / 2];
  const clamp = (value, least, most) => Math.min(most, Math.max(least, Math.round(value) / 10));
  return [clamp(left, -180, 180), clamp(-up - high, -90, 90), clamp(left + wide, -180, 180), clamp(-up, -90, 90)].join();
}

/** Closer or farther, around a point told as shares of width and height. */
function zoomTo(view, factor, across, down) {
  const [x, y, width, height] = view.box, wide = Math.min(world[2], Math.max(20, width * factor)), high = height * wide / width;
  view.box = [x + (width - wide) * across, y + (height - high) * down, wide, high];
}

/** Wheel, dragging and arrow keys. */
function movable(map, view, frame) {
  let from;
  const move = (dx, dy) => { view.box[0] += dx; view.box[1] += dy; frame(); };
  map.addEventListener('wheel', event => {
    event.preventDefault();
    const { left, top, width, height } = map.getBoundingClientRect();
    zoomTo(view, event.deltaY > 0 ? 1.25 : .8, (event.clientX - left) / width, (event.clientY - top) / height);
    frame();
  }, { passive: false });
  map.addEventListener('pointerdown', event => { from = event; });
  map.addEventListener('pointermove', event => {
    if (!from || !(event.buttons & 1)) return;
    const scale = view.box[2] / map.clientWidth;
    if (!map.hasPointerCapture(event.pointerId)) map.setPointerCapture(event.pointerId);
    move((from.clientX - event.clientX) * scale, (from.clientY - event.clientY) * scale);
    from = event;
  });
  map.addEventListener('pointerup', () => { from = undefined; });
  map.addEventListener('dragstart', event => event.preventDefault());
  map.addEventListener('keydown', event => {
    const step = view.box[2] / 10, [dx, dy] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] ?? [];
    if (dx === undefined) return;
    event.preventDefault();
    move(dx, dy);
  });
}
