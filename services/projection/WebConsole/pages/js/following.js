// A page that follows changes: loaded again as they happen, one load at a time and until it succeeds, unless its reader has paused that or is in the midst of it.
import { h, say, show, trouble } from './dom.js';
import { number } from './format.js';
import { listen, wait } from './live.js';

const settle = 400; // milliseconds: many changes in a moment are shown at once
const first = 1000, most = 30_000; // milliseconds between two tries

/**
 * Makes a load that can be asked for at any time. Two never run side by side, so that an earlier answer cannot take the place of a later one; one that fails is tried again after a pause.
 * @param told gets what went wrong, and nothing once it went well
 * @returns what asks for a load; its promise is kept when one has succeeded that began later, or when none can
 */
export function reloading(load, signal, told = () => {}) {
  let asked = 0, running;
  async function run() {
    for (let pause = first; !signal.aborted;) {
      const now = asked;
      try {
        await load();
        told();
        if (now === asked) return;
        pause = first;
      } catch (error) {
        if (signal.aborted) return;
        told(error);
        if ([400, 401, 403, 404].includes(error.status)) return; // trying again would change nothing
        await wait(pause, signal);
        pause = Math.min(pause * 2, most);
      }
    }
  }
  return () => {
    asked++;
    return running ??= run().finally(() => { running = undefined; });
  };
}

/** A button that stops what moves by itself, and lets it go on (WCAG 2.2.2); `changed` is called with true when it is to stop. */
export function pauseButton(changed) {
  let paused = false;
  const button = h('button', {
    type: 'button', class: 'quiet pause', onclick: () => {
      paused = !paused;
      button.textContent = paused ? 'Go on' : 'Pause';
      changed(paused);
    },
  }, 'Pause');
  return button;
}

/**
 * Follows a stream of changes with a page.
 * @param load loads and shows it anew
 * @param busy whether somebody is at what would be replaced: then the changes are offered
 * @param heard whether a change is news for the page
 * @param words what is said of a change; else their number is
 * @returns `bar`, to be shown; `reload`, to load at once; `begin`, to listen to a filter's changes
 */
export function following(load, signal, { busy = () => false, heard = () => true, words } = {}) {
  let changes = 0, paused = false, waiting, shown;
  const state = h('span', { class: 'live', title: 'Changes are shown as they happen' }, 'connecting'), wrong = h('div', {});
  const offer = h('button', { type: 'button', class: 'offer', hidden: true, onclick: async () => {
    await reload();
    if (offer.hidden && !signal.aborted) document.querySelector('#main h1')?.focus({ preventScroll: true }); // not nowhere, as the button is gone
  } });
  const reload = reloading(async () => {
    const known = changes;
    await load();
    changes -= known;
    offer.hidden = changes === 0;
    if (known > 0 && !words) say(`${number(known)} changes`);
  }, signal, error => {
    if (error?.message === shown) return;
    shown = error?.message;
    show(wrong, error && [trouble(error), h('p', { class: 'note' }, 'What is shown may not be the latest; it is asked for again.')]);
  });
  const next = () => {
    if (signal.aborted) return;
    if (!paused && !busy()) return reload();
    offer.textContent = changes > 0 ? `${number(changes)} ${changes === 1 ? 'change' : 'changes'}: show` : 'There may be changes: show';
    offer.hidden = false;
  };
  const soon = () => { waiting ??= setTimeout(() => { waiting = undefined; next(); }, settle); };
  const pause = pauseButton(stop => {
    paused = stop;
    if (!paused && !offer.hidden) next();
  });
  const begin = filter => listen(filter, signal, change => {
    if (!heard(change)) return;
    changes++;
    if (words) say(words(change));
    soon();
  }, (up, isNew) => {
    state.textContent = up ? 'live' : 'reconnecting';
    state.classList.toggle('up', up);
    if (isNew) next();
  });
  return { bar: h('div', { class: 'following' }, h('p', { class: 'buttons' }, state, pause, offer), wrong), reload, begin };
}
