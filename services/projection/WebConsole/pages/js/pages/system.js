// How the platform is: the health of the services, what waits, and how much goes through.
import { get, query } from '../api.js';
import { foreign, h, show, table, trouble } from '../dom.js';
import { badge, number } from '../format.js';
import { listen } from '../live.js';

const again = 5000; // milliseconds between two looks
const most = 500; // as many as one page of articles has

export async function open({ place, signal }) {
  const health = h('section', { 'aria-label': 'Services' }), figures = h('dl', { class: 'facts' });
  const changes = [];
  show(place, h('h1', { tabindex: '-1' }, 'System'), health, h('h2', {}, 'Now'), figures, h('p', { class: 'note' }, 'Looked at every five seconds. More figures go by OTLP to any collector.'));

  async function look() {
    const minutes = ago => new Date(Date.now() - ago * 60_000).toISOString();
    const [own, others, recent, waiting, letters] = await Promise.all([
      readiness(signal), get('/console/services', signal), get(`/articles${query({ receivedFrom: minutes(5), limit: most })}`, signal),
      get(`/articles${query({ status: 'received', limit: most, sort: 'received' })}`, signal), get(`/dead-letters${query({ state: 'waiting', limit: 100 })}`, signal)]);
    show(health, h('h2', {}, 'Services'), table('Health of the services', ['Service', 'Status', 'Check', 'What is the matter'], Object.entries({ projection: own, ...others }).flatMap(([name, { status, description, checks = {} }]) => [
      [h('strong', {}, name), badge(status, status), '', description ?? ''],
      ...Object.entries(checks).map(([check, one]) => ['', badge(one.status, one.status), check, foreign([one.description, ...Object.entries(one.data ?? {}).map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)].filter(Boolean).join(' · '))])])));
    const all = page => page.next ? `${number(page.items.length)} or more` : number(page.items.length);
    const oldest = waiting.items[0]?.receivedAt;
    while (changes[0] < Date.now() - 60_000) changes.shift();
    show(figures, [['Articles in five minutes', all(recent)], ['Articles that wait to be read', all(waiting)], ['The oldest of them waits', oldest ? `${number(Math.max(0, Math.round((Date.now() - Date.parse(oldest)) / 1000)))} s` : '–'],
      ['Changes of incidents in a minute', number(changes.length)], ['Dead letters that wait', h('a', { href: '#/dead-letters' }, all(letters))]].map(([name, text]) => h('div', {}, h('dt', {}, name), h('dd', {}, text))));
  }

  const turn = async () => {
    try {
      await look();
    } catch (error) {
      if (!signal.aborted) show(health, h('h2', {}, 'Services'), trouble(error));
    }
    if (!signal.aborted) setTimeout(turn, again);
  };
  await turn();
  listen({}, signal, () => changes.push(Date.now()));
}

/** The projection's own: 503 tells what is the matter, so it is no failure here. */
async function readiness(signal) {
  const answer = await fetch('/health/ready', { signal, cache: 'no-store' });
  return answer.json();
}
