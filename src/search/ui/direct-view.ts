/** 直达: the place that a typed citation means, before the results. */
import type { Answer, Direct } from '../format/types.ts';
import { el } from './elements.ts';
import { addressOf, markedText, particulars } from './result-view.ts';

/** What the entry is called: the document, and the article in it. */
export const directTitle = ({ title, excerpt }: Direct): string =>
  excerpt ? `${title}　${excerpt.label}` : title;

/** Kind, number, date and validity of the document. */
export const directAbout = (place: Direct): (Node | string)[] => [
  el('span', { class: 'result-kind' }, '直达'),
  el('span', { class: 'result-kind' }, place.kind),
  ' ',
  particulars(place),
];

function view(place: Direct): HTMLElement {
  const { excerpt } = place;
  return el(
    'li',
    { class: 'result result-direct' },
    el(
      'h2',
      { class: 'result-title' },
      el('a', { href: addressOf(place, excerpt) }, directTitle(place)),
    ),
    el('p', { class: 'result-about' }, ...directAbout(place)),
    excerpt && el('p', { class: 'result-sentence' }, ...markedText(excerpt)),
  );
}

/** The list of them; empty where the query is no citation. */
export const directView = ({ direct }: Answer): HTMLElement[] =>
  direct.length === 0
    ? []
    : [
        el(
          'ol',
          { class: 'results', 'data-search-direct': true, 'aria-label': '直达' },
          ...direct.map(view),
        ),
      ];
