// The frame: which page is shown, and who asks. Pages are loaded when they are first opened.
import { caller, onRefused } from './api.js';
import { field, h, say, show, trouble } from './dom.js';

const pages = {
  incidents: ['Incidents', () => import('./pages/incidents.js')],
  incident: ['Incident', () => import('./pages/incident.js')],
  map: ['Map', () => import('./pages/map.js')],
  drop: ['Drop box', () => import('./pages/drop.js')],
  duplicates: ['Possible duplicates', () => import('./pages/duplicates.js')],
  'dead-letters': ['Dead letters', () => import('./pages/dead-letters.js')],
  'dead-letter': ['Dead letter', () => import('./pages/dead-letter.js')],
  traces: ['Traces', () => import('./pages/traces.js')],
  trace: ['Trace', () => import('./pages/trace.js')],
  system: ['System', () => import('./pages/system.js')],
};
const main = document.getElementById('main');
let leaving = new AbortController();

/** Shows the page the address names: #/page/id?parameters. Each page gets a signal that ends its work when it is left. */
async function open() {
  const [, name, id, parameters] = /^#?\/?([\w-]*)(?:\/([^?]*))?(?:\?(.*))?$/.exec(location.hash) ?? [];
  const page = pages[name] ? name : 'incidents';
  const [title, load] = pages[page];
  leaving.abort();
  const here = leaving = new AbortController();
  for (const link of document.querySelectorAll('nav a'))
    link.getAttribute('href') === `#/${page.replace(/^(incident|dead-letter|trace)$/, '$1s')}` ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  document.title = `${title} – incident platform`;
  const place = h('div', { class: `page ${page}` }, h('h1', { tabindex: '-1' }, title), h('p', { class: 'note' }, 'Loading …'));
  show(main, place);
  try {
    const { open: begin } = await load();
    if (here.signal.aborted) return;
    await begin({ place, id: id && decodeURIComponent(id), parameters: new URLSearchParams(parameters ?? ''), signal: here.signal });
    if (here.signal.aborted) return;
    if (document.activeElement === document.body || document.activeElement === main) place.querySelector('h1')?.focus({ preventScroll: true });
  } catch (error) {
    if (!here.signal.aborted && error.name !== 'AbortError') show(place, h('h1', {}, title), trouble(error));
  }
}

// --- who asks

let asking;
const who = document.getElementById('who');
const nameCaller = () => { who.textContent = caller.key ? 'Key in use' : caller.name ? `I am ${caller.name}` : 'Who I am'; };

/** Asks for a key, or for the name of who has none; gives true when something was entered. */
function askWho(problem) {
  return asking ??= new Promise(done => {
    const key = h('input', { type: 'password', autocomplete: 'off', value: caller.key, placeholder: 'ipk_…' });
    const name = h('input', { value: caller.name, maxlength: '200', autocomplete: 'name' });
    const dialog = h('dialog', { 'aria-labelledby': 'who-title' },
      h('form', {
        onsubmit: event => {
          event.preventDefault();
          caller.key = key.value.trim();
          caller.name = name.value.trim();
          dialog.close('given');
        },
      },
      h('h2', { id: 'who-title' }, 'Who are you?'),
      problem ? h('p', { class: 'trouble' }, problem.title, '. ', problem.detail) : h('p', {}, 'Where the platform asks for keys, your key says who decides; where it does not, your name does.'),
      field('API key or token', key, 'Kept in this tab until it is closed.'),
      field('Name (only where no keys are asked for)', name),
      h('p', { class: 'buttons' }, h('button', { class: 'main' }, 'Use'), h('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel'))));
    dialog.addEventListener('close', () => {
      const given = dialog.returnValue === 'given';
      dialog.remove();
      asking = undefined;
      nameCaller();
      done(given);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Before a decision: without a key the API wants a name. Gives false when nobody says who they are. */
export const identified = async () => Boolean(caller.key || caller.name) || (await askWho() && Boolean(caller.key || caller.name));

onRefused(askWho);
who.addEventListener('click', async () => { if (await askWho()) { say('Saved'); open(); } });
nameCaller();
addEventListener('hashchange', () => { main.focus({ preventScroll: true }); scrollTo(0, 0); open(); });
document.querySelector('.skip').addEventListener('click', event => { event.preventDefault(); main.focus(); });
open();
