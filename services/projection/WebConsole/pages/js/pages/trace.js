// The way of one article through the services.
import { find } from '../api.js';
import { h, show } from '../dom.js';

export async function open({ place, id, signal }) {
  const trace = await find(`/articles/${encodeURIComponent(id)}/trace`, signal);
  show(place, h('h1', { tabindex: '-1' }, 'Trace'), !trace && h('p', {}, 'No trace of this article is kept here.'));
}
