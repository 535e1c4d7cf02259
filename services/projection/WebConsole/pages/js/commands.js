// What a person decides of an incident: a dialog with a reason, sent in the version that was looked at.
import { identified } from './app.js';
import { command, get, once } from './api.js';
import { field, focusAgain, focusKey, foreign, h, say, select, show, trouble } from './dom.js';
import { date, fieldName, place, words } from './format.js';
import { correctable } from './vocabulary.js';

/**
 * A dialog around a command.
 * @param title what is decided
 * @param content more controls than the reason
 * @param send makes the request from the reason and what gives it its idempotency key; its answer goes to `done`
 * @param done shows what has become of it; when that fails, the page tells
 */
export async function decide(title, content, send, done) {
  if (!await identified()) return;
  const reason = h('textarea', { required: true, maxlength: '2000', rows: '3', name: 'reason' });
  const wrong = h('div', {}), go = h('button', { class: 'main' }, title), key = once(), back = focusKey(document.activeElement);
  const dialog = h('dialog', { 'aria-labelledby': 'decision' }, h('form', {
    onsubmit: async event => {
      event.preventDefault();
      go.disabled = true;
      let answer;
      try {
        answer = await send(reason.value.trim(), key);
      } catch (error) {
        show(wrong, trouble(error), error.status === 412 && h('p', {}, 'Close this, look at what has changed, and decide again.'));
        if (error.status === 412) showDone(done);
        return;
      } finally {
        go.disabled = false;
      }
      dialog.close();
      say(`${title}: done`);
      await showDone(done, answer, title);
    },
  }, h('h2', { id: 'decision' }, title), content, field('Reason', reason, 'Stands in the history with your name.'), wrong,
  h('p', { class: 'buttons' }, go, h('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel'))));
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (document.activeElement === document.body) focusAgain(document.getElementById('main'), back); // what it was opened from was drawn anew meanwhile
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** What has become of a decision; it is done all the same when that cannot be shown. */
async function showDone(done, answer, title) {
  try {
    await done(answer);
  } catch (error) {
    const note = h('div', {}, title && h('p', {}, h('strong', {}, `${title}: done.`), ' What has become of it cannot be shown:'), trouble(error),
      h('p', { class: 'buttons' }, h('button', { type: 'button', onclick: () => { note.remove(); showDone(done, answer, title); } }, 'Show it')));
    document.querySelector('#main .page')?.prepend(note);
  }
}

/** confirm, reject or reopen. */
export const judge = (incident, name, done) => decide(words(name)[0].toUpperCase() + name.slice(1), undefined, (reason, key) => command(incident, name, { reason }, key), done);

/** One report leaves. */
export const unlink = (incident, report, done) =>
  decide('Take this report out', h('p', {}, foreign(report.title ?? report.reportId)), (reason, key) => command(incident, 'unlink', { reason, reportId: report.reportId }, key), done);

/** Several reports leave together, or an incident that was merged in lives again. */
export function split(incident, done) {
  const boxes = incident.reports.map(report => h('input', { type: 'checkbox', value: report.reportId }));
  const into = incident.absorbed?.length > 0 && select({}, [['', 'a new incident'], ...incident.absorbed.map(id => [id, id])]);
  return decide('Split', [h('p', {}, 'The reports that tell of another event:'),
    h('ul', { class: 'plain' }, incident.reports.map((report, n) => h('li', {}, h('label', {}, boxes[n], ' ', foreign(`${report.outlet ?? 'no outlet'}: ${report.title ?? report.reportId}`))))),
    into && field('They become', into, 'Without a report chosen, an incident that was merged in lives again as it came.')],
  (reason, key) => command(incident, 'split', { reason, reportIds: boxes.filter(box => box.checked).map(box => box.value), ...(into && into.value ? { into: into.value } : {}) }, key), done);
}

/** Another incident becomes part of this one; what is merged is shown before. */
export function merge(incident, done, other) {
  const id = h('input', { required: true, pattern: '[0-9a-fA-F\\-]{36}', value: other?.id ?? '', size: '36', onchange: look });
  const force = h('input', { type: 'checkbox' }), shown = h('p', { class: 'note' });
  let known = other;
  async function look() {
    try {
      known = await get(`/incidents/${encodeURIComponent(id.value.trim())}?fields=id,version,title,date,place`);
      show(shown, foreign(`${known.title ?? 'no title'} · ${date(known.date)} · ${place(known.place)}`));
    } catch (error) {
      known = undefined;
      show(shown, trouble(error));
    }
  }
  if (other) look();
  return decide('Merge into this one', [field('Id of the other incident', id), shown, h('label', {}, force, ' also when it was rejected or kept apart')], async (reason, key) => {
    if (known?.id !== id.value.trim().toLowerCase()) await look();
    if (!known) throw new Error('There is no such incident.');
    return command(incident, 'merge', { reason, with: [{ id: known.id, version: known.version }], force: force.checked }, key);
  }, done);
}

/** Two incidents are not one event. */
export const keepApart = (incident, other, done) =>
  decide('Keep apart', h('p', {}, foreign(other.title ?? other.id)), (reason, key) => command(incident, 'keep-apart', { reason, from: other.id, version: other.version }, key), done);

/** Another value for one field. */
export function correct(incident, name, done) {
  const place = h('div', {}), unknown = h('input', { type: 'checkbox', onchange: () => { place.hidden = unknown.checked; for (const control of place.querySelectorAll('input, select, button')) control.disabled = unknown.checked; } });
  let read;
  const chosen = select({ onchange: () => edit(chosen.value) }, Object.keys(correctable).map(one => [one, fieldName(one)]), name ?? 'eventType');
  const edit = field => {
    const { parts, list } = correctable[field];
    const present = field.split('.').reduce((value, key) => value?.[key], incident);
    unknown.disabled = field === 'eventType';
    const of = () => part(parts, undefined);
    if (!list) {
      const one = part(parts, present);
      read = one.read;
      return show(place, one.element);
    }
    const ones = new Set();
    const all = h('div', {});
    const add = one => {
      ones.add(one);
      const line = h('div', { class: 'row' }, one.element, h('button', { type: 'button', onclick: () => { ones.delete(one); line.remove(); } }, 'Remove'));
      all.append(line);
    };
    for (const value of present ?? []) add(part(parts, value));
    if (ones.size === 0) add(of());
    read = () => [...ones].map(one => one.read());
    show(place, all, h('button', { type: 'button', onclick: () => add(of()) }, 'Add another'));
  };
  edit(chosen.value);
  return decide('Correct', [field('Field', chosen), place, h('label', {}, unknown, ' It is not known')],
    (reason, key) => command(incident, 'corrections', { reason, field: chosen.value, value: unknown.checked ? null : read() }, key), done);
}

/** The controls of one value, and what reads it out of them; what is left empty is not told. */
function part(parts, value) {
  if (!Array.isArray(parts[0])) {
    const control = select({ name: 'value' }, parts.map(one => [one, words(one)]), value);
    return { element: field('Value', control), read: () => control.value };
  }
  const controls = parts.map(([name, kind]) => {
    const present = value?.[name] ?? '';
    const control = Array.isArray(kind) ? select({ name }, kind.map(one => [one, words(one)]), present)
      : h('input', { name, value: present, ...(kind === 'number' ? { type: 'number', min: '0', step: '1' } : kind === 'decimal' ? { type: 'number', step: 'any' } : { type: kind }) });
    return [name, kind, control];
  });
  return {
    element: h('div', { class: 'row' }, controls.map(([name, , control]) => field(words(name.replace(/([A-Z])/g, ' $1').toLowerCase()), control))),
    read: () => Object.fromEntries(controls.map(([name, kind, { value: given }]) => [name, given.trim() === '' ? undefined : kind === 'number' || kind === 'decimal' ? Number(given) : given.trim()]).filter(([, given]) => given !== undefined)),
  };
}
