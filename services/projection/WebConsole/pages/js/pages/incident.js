// One incident: who says what of it in which words, its articles, its history, and what a person can decide.
import { find, get, query } from '../api.js';
import { correct, judge, keepApart, merge, split, unlink } from '../commands.js';
import { foreign, h, keepFocus, outward, say, show, showMore, table, trouble } from '../dom.js';
import { leadTo, marked } from '../evidence.js';
import { following } from '../following.js';
import { badge, count, date, day, fieldName, number, percent, place as where, time, value, words } from '../format.js';

const latest = 500; // changes of the history that are shown at first, as many as the API tells at once

export async function open({ place, id, signal }) {
  const head = h('div', {}), claims = h('section', { 'aria-label': 'Claims' }), articles = h('section', { class: 'beside', 'aria-label': 'Articles' });
  const past = h('section', { 'aria-label': 'History' }), pairs = h('section', { 'aria-label': 'Possible duplicates' }), earlier = h('p', { class: 'buttons' });
  const follow = following(load, signal, { heard: change => change.version > (incident?.version ?? 0), words: change => `The incident has changed: ${words(change.change)}` });
  const changes = []; // of the history, oldest first; it only grows
  let incident, shown, from; // from: the last change before those

  async function load() {
    const [found, said, duplicates] = await Promise.all([get(`/incidents/${id}`, signal), get(`/incidents/${id}/claims`, signal), get(`/incidents/${id}/duplicates`, signal)]);
    if (found.version < incident?.version) return; // of a service that is behind the one asked before
    const answers = JSON.stringify([found, said, duplicates]);
    if (answers === shown) return; // what is read or selected stays as it is
    from ??= Math.max(0, found.version - latest);
    for (let after = changes.at(-1)?.version ?? from; after !== null;) {
      const page = await history(after, latest);
      changes.push(...page.items);
      after = page.next;
    }
    const before = incident;
    [incident, shown] = [found, answers];
    keepFocus(place, () => {
      show(head, heading(incident, follow.reload));
      if (!before || reading(before) !== reading(incident)) show(articles, h('h2', {}, 'Articles'), incident.reports.map((report, n) => article(incident, report, n === 0, follow.reload, signal)));
      show(claims, h('h2', {}, 'Who says what'), said.fields.map(field => claimsOf(field, articles, () => correct(incident, field.field, follow.reload))));
      showHistory();
      show(pairs, h('h2', {}, 'Possible duplicates'), duplicates.items.length === 0 ? h('p', { class: 'note' }, 'None.') : duplicates.items.map(pair => duplicate(incident, pair, follow.reload)));
    });
  }

  const history = (after, limit) => get(`/incidents/${id}/history${query({ after, limit })}`, signal);

  function showHistory() {
    show(past, h('h2', {}, 'History'), h('ol', { class: 'history' }, changes.map(entry).reverse()), earlier);
    showMore(earlier, from > 0, async () => {
      const { items } = await history(Math.max(0, from - latest), Math.min(latest, from));
      changes.unshift(...items);
      from = Math.max(0, from - latest);
      keepFocus(past, showHistory);
    });
  }

  await load();
  show(place, head, follow.bar, h('div', { class: 'columns even' }, claims, articles), past, pairs);
  follow.begin({ incident: id });
}

/** What its articles are shown by: the same while no report comes or goes. */
const reading = incident => incident.reports.map(report => `${report.reportId}/${report.revision}`).join();

function heading(incident, done) {
  const { casualties, corrections = [], conflicts = [] } = incident;
  const button = (title, action, kind) => h('button', { type: 'button', class: kind, onclick: action }, title);
  const open = incident.status === 'open', judged = incident.status === 'confirmed' || incident.status === 'rejected';
  return [
    h('h1', { tabindex: '-1' }, foreign(incident.title ?? words(incident.eventType))),
    h('p', {}, badge(incident.status, incident.status), ' ', badge(incident.eventType), conflicts.map(field => [' ', h('button', { type: 'button', class: 'badge warn', title: 'Show who says what', onclick: () => document.querySelector(`[data-field="${field}"]`)?.scrollIntoView() }, `conflict: ${fieldName(field)}`)])),
    incident.mergedInto && h('p', {}, 'It was merged into ', h('a', { href: `#/incident/${incident.mergedInto}` }, 'another incident'), '.'),
    h('dl', { class: 'facts' }, [['When', date(incident.date)], ['Where', foreign(where(incident.place))], ['Killed', count(casualties?.killed)], ['Wounded', count(casualties?.wounded)],
      ['Sure', percent(incident.confidence)], ['Outlets', number(incident.outlets ?? 0)], ['Reports', number(incident.reports.length)], ['Version', number(incident.version)], ['Last change', time(incident.changedAt)]]
      .map(([name, text]) => h('div', {}, h('dt', {}, name), h('dd', {}, text)))),
    incident.status !== 'merged' && h('p', { class: 'buttons' },
      (open || incident.status === 'withdrawn') && [button('Confirm', () => judge(incident, 'confirm', done), 'main'), button('Reject', () => judge(incident, 'reject', done))],
      judged && button('Reopen', () => judge(incident, 'reopen', done)),
      button('Correct a field', () => correct(incident, undefined, done)), button('Merge …', () => merge(incident, done)),
      (incident.reports.length > 1 || incident.absorbed?.length > 0) && button('Split …', () => split(incident, done))),
    corrections.length > 0 && table('Corrections', ['Field', 'Value', 'By', 'Why', 'When'], corrections.map(one => [fieldName(one.field), value(one.field, one.value), foreign(one.actor.name ?? one.actor.kind), foreign(one.reason), time(one.correctedAt)])),
  ];
}

function claimsOf({ field, conflict, claims }, articles, edit) {
  const lines = claims.map(claim => h('tr', { class: claim.best ? 'best' : '' },
    h('td', {}, value(field, claim.value), claim.best && [' ', badge('taken', 'confirmed')], claim.stance && [' ', badge(claim.stance)]),
    h('td', {}, claim.actor ? ['a person: ', foreign(claim.actor.name ?? claim.actor.kind)] : [foreign(claim.outlet ?? 'no outlet'), claim.isMain === false && h('small', {}, ' as background')]),
    h('td', {}, claim.words !== undefined && claim.start !== undefined
      ? h('button', { type: 'button', class: 'quote', title: 'Show the words in the article', onclick: () => articles.querySelector(`[data-report="${claim.reportId}"]`)?.lead(claim.start, claim.end) }, foreign(claim.words, 'q'))
      : foreign(claim.words ?? claim.reason ?? claim.dateReason ?? '', 'span')),
    h('td', {}, day(claim.at))));
  return h('div', { class: 'claims', 'data-field': field },
    h('h3', {}, fieldName(field), ' ', conflict && badge('conflict', 'warn'), ' ', h('button', { type: 'button', class: 'quiet', 'aria-label': `Correct ${fieldName(field)}`, onclick: edit }, 'Correct')),
    table(`Claims of ${fieldName(field)}`, ['Value', 'Who', 'In which words', 'When'], lines));
}

function article(incident, report, isFirst, done, signal) {
  const body = h('div', {});
  let loaded;
  const load = () => loaded ??= text(report, body, signal);
  const details = h('details', { class: 'article', open: isFirst, 'data-report': report.reportId, ontoggle: () => { if (details.open) load(); } },
    h('summary', {}, foreign(report.title ?? 'Without a headline'), ' ', h('span', { class: 'note' }, foreign(report.outlet ?? 'no outlet'), ' · ', time(report.publishedAt ?? report.receivedAt), ' · ', report.isMain ? 'its own report' : 'as background', ` · ${percent(report.confidence)}`)),
    h('p', { class: 'buttons' }, report.url && outward(report.url, 'At the outlet'), h('a', { href: `#/trace/${report.articleId}` }, 'Trace'),
      incident.reports.length > 1 && h('button', { type: 'button', onclick: () => unlink(incident, report, done) }, 'Take this report out')), body);
  details.lead = async (start, end) => {
    details.open = true;
    await load();
    if (!leadTo(body, start, end)) say('These words are not in the text as it is now');
  };
  if (isFirst) load();
  return details;
}

/** The text as the report's reading had it: a later revision of the article may have other words at the same place. */
async function text(report, body, signal) {
  try {
    let found = await find(`/articles/${report.articleId}`, signal);
    if (found && found.revision !== report.revision) found = await find(`/articles/${report.articleId}${query({ asOf: report.linkedAt })}`, signal) ?? found;
    if (!found?.text) return show(body, h('p', { class: 'note' }, 'The text is not here.'));
    const same = found.revision === report.revision;
    show(body, !same && h('p', { class: 'note' }, `Revision ${found.revision}; the report was read from revision ${report.revision}, so nothing is marked.`), marked(found.text, same ? report.evidence ?? [] : []));
  } catch (error) {
    show(body, trouble(error));
  }
}

const entry = ({ version, at, change, actor, article: by, reason, score, otherId, fields = [], traceId }) => h('li', { value: version },
  h('strong', {}, words(change)), ' ', time(at), ' ', actor ? ['by ', foreign(actor.name ?? words(actor.kind))] : by ? ['by ', foreign(by.outlet ?? by.title ?? 'an article')] : '', score !== undefined && ` (${percent(score)})`,
  reason && h('div', {}, foreign(reason, 'q')),
  otherId && h('div', {}, h('a', { href: `#/incident/${otherId}` }, 'the other incident')),
  fields.length > 0 && h('ul', {}, fields.map(one => h('li', {}, fieldName(one.field), ': ', h('del', {}, value(one.field, one.before)), ' → ', h('ins', {}, value(one.field, one.after))))),
  by && h('small', {}, ' ', h('a', { href: `#/trace/${by.articleId}` }, traceId ? `trace ${traceId.slice(0, 8)}` : 'trace')));

const duplicate = (incident, { score, reasons, other }, done) => h('div', { class: 'pair' },
  h('p', {}, h('a', { href: `#/incident/${other.id}` }, foreign(other.title ?? words(other.eventType))), ` · ${date(other.date)} · `, foreign(where(other.place)), ` · ${percent(score)} the same`),
  h('ul', { class: 'note' }, reasons.map(reason => h('li', {}, foreign(reason)))),
  h('p', { class: 'buttons' }, h('button', { type: 'button', onclick: () => merge(incident, done, other) }, 'Merge'), h('button', { type: 'button', onclick: () => keepApart(incident, other, done) }, 'Keep apart')));
