// How the platform is: how much goes through, what waits, and the health of the services.
import { get, query } from '../api.js';
import { foreign, h, keepFocus, show, table, trouble } from '../dom.js';
import { pauseButton } from '../following.js';
import { badge, number, time, words } from '../format.js';
import { listen } from '../live.js';

const again = 5000; // milliseconds between two looks
const steps = {
  'publish-articles': 'Articles stored, not yet on the broker', 'list-articles': 'Articles stored, not yet in the lists', 'read-articles': 'Articles received, not yet read',
  'publish-changes': 'Changes of incidents, not yet on the broker', 'plan-webhooks': 'Changes of incidents, not yet planned for webhooks',
};

export async function open({ place, signal }) {
  const health = h('section', { 'aria-label': 'Services' }), lags = h('section', { 'aria-label': 'Lags' }), rebuilds = h('section', { 'aria-label': 'Rebuilds' }), rates = h('dl', { class: 'facts' });
  const changes = [];
  let paused = false, running = false, timer;
  const pause = pauseButton(stop => {
    paused = stop;
    clearTimeout(timer);
    if (!paused) turn();
  });
  show(place, h('h1', { tabindex: '-1' }, 'System'), h('p', { class: 'buttons' }, pause), h('h2', {}, 'Now'), rates, lags, rebuilds, health, h('p', { class: 'note' }, 'Looked at every five seconds. More figures go by OTLP to any collector.'));

  const drawn = (section, ...content) => { if (!paused) keepFocus(section, () => show(section, ...content)); };

  async function look() {
    const [own, others] = await Promise.all([readiness(signal), get('/console/services', signal)]);
    drawn(health, h('h2', {}, 'Services'), table('Health of the services', ['Service', 'Status', 'Check', 'What is the matter'], Object.entries({ projection: own, ...others }).flatMap(([name, { status, description, checks = {} }]) => [
      [h('strong', {}, name), badge(status, status), '', description ?? ''],
      ...Object.entries(checks).map(([check, one]) => ['', badge(one.status, one.status), check, foreign([one.description, ...Object.entries(one.data ?? {}).map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)].filter(Boolean).join(' · '))])])));
  }

  async function count() {
    const [measured, letters] = await Promise.all([get('/console/figures', signal), get(`/dead-letters${query({ state: 'waiting', limit: 100 })}`, signal)]);
    while (changes[0] < Date.now() - 60_000) changes.shift();
    drawn(lags, h('h2', {}, 'Lags'), table('What waits on its way', ['What', 'Waiting', 'The oldest for'], measured.lags.map(({ name, events, seconds }) => [steps[name] ?? name, number(events), `${number(Math.round(seconds * 10) / 10)} s`])));
    drawn(rates, [['Articles a minute', number(measured.articlesInAMinute)], ['Changes of incidents a minute', number(changes.length)],
      ['Dead letters that wait', h('a', { href: '#/dead-letters' }, letters.next ? `${number(letters.items.length)} or more` : number(letters.items.length))]].map(([name, text]) => h('div', {}, h('dt', {}, name), h('dd', {}, text))));
  }

  async function watch() {
    const { items } = await get('/rebuilds', signal);
    drawn(rebuilds, items.length > 0 && [h('h2', {}, 'Rebuilds'), table('Rebuilds of read models, newest first', ['Read models', 'State', 'Events', 'Begun'], items.slice(0, 5).map(one => [
      one.models.map(words).join(', '), badge(words(one.state), { done: 'healthy', failed: 'error', interrupted: 'warn' }[one.state]),
      [one.state !== 'done' && [h('progress', { value: one.eventsDone, max: Math.max(1, one.eventsTotal), 'aria-label': 'How far it is' }), ' '], `${number(one.eventsDone)} of ${number(one.eventsTotal)}`,
        one.secondsLeft !== undefined && ` · about ${number(Math.ceil(one.secondsLeft))} s left`],
      time(one.startedAt)]))]);
  }

  // Each tells its own trouble: that the database is away is what the health then says.
  const turn = async () => {
    if (running) return;
    running = true;
    await Promise.all([[look, health, 'Services'], [count, lags, 'Lags'], [watch, rebuilds, 'Rebuilds']].map(([act, section, title]) => act().catch(error => { if (!signal.aborted) show(section, h('h2', {}, title), trouble(error)); })));
    running = false;
    if (!signal.aborted && !paused) timer = setTimeout(turn, again);
  };
  await turn();
  listen({}, signal, () => changes.push(Date.now()));
}

/** The projection's own: 503 tells what is the matter, so it is no failure here. */
async function readiness(signal) {
  const answer = await fetch('/health/ready', { signal, cache: 'no-store' });
  return answer.json();
}
