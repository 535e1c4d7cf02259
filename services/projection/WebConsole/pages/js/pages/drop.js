// The drop box: text, files, feeds go in; how far each article is and what came of it is told below.
import { find, newId, request } from '../api.js';
import { field, foreign, h, say, show, trouble } from '../dom.js';
import { date, place as where, words } from '../format.js';
import { wait } from '../live.js';

const types = { txt: 'text/plain', json: 'application/json', ndjson: 'application/x-ndjson', jsonl: 'application/x-ndjson', html: 'text/html', htm: 'text/html', xml: 'application/xml', rss: 'application/rss+xml', atom: 'application/atom+xml' };
const soon = 300, later = 2000; // milliseconds between two looks at an article, at first and at last
const followed = 200; // articles at most that are followed, of a batch the first

/** What a form holds. */
const contents = form => JSON.stringify([...new FormData(form)]);

export async function open({ place, signal }) {
  const keys = new Map(); // of texts that are being sent or were refused; what stands at an address may be another feed the next time
  const sent = h('ol', { class: 'sent', 'aria-label': 'Sent articles' });
  const text = h('textarea', { name: 'text', rows: '10', required: true, dir: 'auto' }), title = h('input', { name: 'title', dir: 'auto', maxlength: '1000' });
  const outlet = h('input', { name: 'outlet' }), published = h('input', { name: 'publishedAt', type: 'date' }), url = h('input', { name: 'url', type: 'url' });
  const files = h('input', { type: 'file', multiple: true, accept: Object.keys(types).map(end => `.${end}`).join(), onchange: () => { take(files.files); files.value = ''; } });
  const form = h('form', {
    class: 'drop', 'aria-label': 'One article',
    onsubmit: async event => {
      event.preventDefault();
      const article = { text: text.value, title: title.value, outlet: outlet.value, publishedAt: published.value, url: url.value };
      const held = contents(form);
      if (await post(title.value || `${text.value.slice(0, 60)} …`, '/console/articles', 'application/json', JSON.stringify(Object.fromEntries(Object.entries(article).filter(([, value]) => value.trim())))) && contents(form) === held) form.reset();
    },
  },
  field('Text', text), h('div', { class: 'row' }, field('Headline', title), field('Outlet', outlet), field('Published', published), field('Address', url)),
  h('p', { class: 'buttons' }, h('button', { class: 'main' }, 'Send')));
  const target = h('div', {
    class: 'target',
    ondragover: event => { event.preventDefault(); target.classList.add('over'); },
    ondragleave: () => target.classList.remove('over'),
    ondrop: event => { event.preventDefault(); target.classList.remove('over'); take(event.dataTransfer.files); },
  }, field('Drop files here, or choose some', files, 'Text, HTML, JSON, NDJSON with an article a line, or a feed saved as RSS or Atom.'));
  const address = h('input', { type: 'url', required: true, maxlength: '2048', placeholder: 'https://…' });
  const feed = h('form', {
    class: 'drop', 'aria-label': 'A feed',
    onsubmit: async event => {
      event.preventDefault();
      const held = address.value;
      if (await post(held, '/console/feeds', 'application/json', JSON.stringify({ url: held.trim() })) && address.value === held) feed.reset();
    },
  }, field('Address of a feed', address, 'RSS or Atom; it is fetched once, now.'), h('p', { class: 'buttons' }, h('button', {}, 'Fetch')));
  show(place, h('h1', { tabindex: '-1' }, 'Drop box'), h('div', { class: 'columns even' }, form, h('div', {}, target, feed, h('section', { 'aria-label': 'Sent' }, h('h2', {}, 'Sent'), sent))));

  async function take(list) {
    for (const file of list) {
      const type = types[file.name.split('.').pop().toLowerCase()];
      if (type) post(file.name, type === types.ndjson ? '/console/articles/batch' : '/console/articles', type, file);
      else sent.prepend(h('li', {}, foreign(file.name), trouble(new Error(`Not a kind of file that is taken: ${Object.keys(types).join(', ')}.`))));
    }
  }

  /** Sends a body, and follows what is stored of it; gives whether it was taken. What was not is sent again under its key, as it may have been taken all the same. */
  async function post(name, path, type, body) {
    const isBatch = type === types.ndjson, state = h('div', {}, 'Sending …'), line = h('li', {}, foreign(name, 'strong'), state);
    sent.prepend(line);
    const what = path === '/console/articles' && typeof body === 'string' ? body : undefined, key = keys.get(what) ?? newId();
    if (what) keys.set(what, key);
    try {
      // What is sent once stays sent, even when the page is left: no signal.
      const answer = await request(path, { method: 'POST', headers: { 'Content-Type': type, ...(isBatch ? {} : { 'Idempotency-Key': key }) }, body });
      const stored = isBatch ? (await answer.text()).split('\n').filter(Boolean).map(one => JSON.parse(one)) : await answer.json().then(one => one.articles ? [...one.articles, ...(one.problems ?? [])] : [one]);
      show(state, stored.length > 1 && h('p', {}, `${stored.filter(one => one.articleId).length} of ${stored.length} stored${stored.length > followed ? `; the first ${followed} are followed` : ''}`), h('ul', { class: 'plain' }, stored.slice(0, followed).map(follow)));
      keys.delete(what);
      return true;
    } catch (error) {
      show(state, trouble(error));
      return false;
    }
  }

  /** A line that tells how far one article is, until it has been read. */
  function follow({ articleId, duplicate, problem, line, position, warnings = [] }) {
    const at = line ?? position;
    if (!articleId) return h('li', {}, at && `Item ${at}: `, trouble(Object.assign(new Error(problem.title), { problem })));
    const state = h('span', {}, duplicate ? 'Stored before.' : 'Stored.'), result = h('div', {});
    (async () => {
      for (let pause = soon; !signal.aborted; pause = Math.min(pause * 1.3, later)) {
        let article;
        try {
          article = await find(`/articles/${articleId}`, signal);
        } catch (error) {
          if (signal.aborted || [400, 401, 403].includes(error.status)) throw error;
          state.textContent = `Stored. How far it is cannot be told: ${error.message}; it is asked again …`;
          await wait(later, signal);
          continue;
        }
        if (article?.status === 'extracted') {
          const { incidents } = article;
          state.textContent = incidents.length === 0 ? 'Read: it tells of no attack.' : `Read: ${incidents.length} ${incidents.length === 1 ? 'incident' : 'incidents'}.`;
          show(result, h('ul', {}, incidents.map(one => h('li', {}, h('a', { href: `#/incident/${one.id}` }, foreign(one.title ?? words(one.eventType))), ' ', foreign(`${words(one.eventType)}, ${date(one.date)}, ${where(one.place)}`)))), h('a', { href: `#/trace/${articleId}` }, 'Its trace'));
          return say(state.textContent);
        }
        state.textContent = article ? 'Received; waits to be read …' : 'Stored; on its way …';
        await wait(pause, signal);
      }
    })().catch(error => signal.aborted || show(result, trouble(error)));
    return h('li', { 'data-article': articleId }, at && `Item ${at}: `, state, warnings.map(warning => h('div', { class: 'note' }, foreign(warning))), result);
  }
}
