/**
 * What an Akoma Ntoso document says of itself: FRBR work, expression and manifestation; the bodies and entries it
 * refers to. Work IRIs follow the standard's naming convention: `/akn/cn/doc/replies/2021-05-20/2021-46`.
 */
import type { Entry, Library } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { issuerNames } from '../../views/citation/citation.ts';
import { certainField, listField } from '../../views/known-fields.ts';
import { onLines, x } from '../xml.ts';
import type { Element } from 'xast';

/** The schema wants a day: the first one of a month or a year, and then `name` says how much is known. */
function dateOf(entry: Entry): { date: string; name: string } {
  const { date } = entry;
  if (!date) return { date: '0001-01-01', name: 'unknown' };
  const name = ({ 4: 'year', 7: 'month' } as Record<number, string>)[date.length] ?? 'enacted';
  return { date: `${date}${date.length === 4 ? '-01' : ''}${date.length < 10 ? '-01' : ''}`, name };
}

const EDITORS = 'editors';

/** Ids of the bodies that issued a document, as its references name them. */
const issuerIds = (document: Entry): string[] =>
  listField(document, 'issuers').map((id) => `org-${id}`);

function properties(document: Entry, iri: string, own: string, authors: string[]): Element[] {
  return [
    x('FRBRthis', { value: `${iri}${own}/!main` }),
    x('FRBRuri', { value: iri + own }),
    ...(own ? [] : aliases(document)),
    x('FRBRdate', dateOf(document)),
    ...authors.map((id) => x('FRBRauthor', { href: `#${id}` })),
  ];
}

function aliases(document: Entry): Element[] {
  const number = certainField(document, 'number');
  return [
    x('FRBRalias', { value: document.title, name: 'title' }),
    ...(number ? [x('FRBRalias', { value: number, name: 'number' })] : []),
  ];
}

function identification(document: Entry): Element {
  const { collection, id, date } = document;
  const work = `/akn/cn/doc/${collection}/${date ?? 'undated'}/${id}`;
  const issuers = issuerIds(document);
  const authors = issuers.length > 0 ? issuers : ['issuer-unknown'];
  const number = certainField(document, 'number');
  const levels = [
    x(
      'FRBRWork',
      {},
      properties(document, work, '', authors),
      x('FRBRcountry', { value: 'cn' }),
      number ? [x('FRBRnumber', { value: number })] : [],
    ),
    x(
      'FRBRExpression',
      {},
      properties(document, work, '/zho@', authors),
      x('FRBRlanguage', { language: 'zho' }),
    ),
    x(
      'FRBRManifestation',
      {},
      properties(document, work, '/zho@.akn', [EDITORS]),
      x('FRBRformat', { value: 'application/akn+xml' }),
    ),
  ];
  return x('identification', { source: `#${EDITORS}` }, onLines(levels));
}

function references(library: Library, document: Entry, name: string): Element {
  const names = issuerNames(library, document);
  const issuers = issuerIds(document).map((eId, i) =>
    x('TLCOrganization', {
      eId,
      href: `/ontology/organization/cn/${eId.slice('org-'.length)}`,
      showAs: names[i],
    }),
  );
  const unknown = x('TLCOrganization', {
    eId: 'issuer-unknown',
    href: '/ontology/organization/unknown',
    showAs: '不详',
  });
  const editors = x('TLCOrganization', {
    eId: EDITORS,
    href: '/ontology/organization/editors',
    showAs: name,
  });
  const all = [editors, ...(issuers.length > 0 ? issuers : [unknown])];
  return x('references', { source: `#${EDITORS}` }, onLines(all));
}

/**
 * @param notes the editors' notes, as elements
 * @returns the element `meta`
 */
export function metadata(
  { library, config }: ValidLibrary,
  document: Entry,
  notes: readonly Element[],
): Element {
  return x(
    'meta',
    {},
    onLines([
      identification(document),
      references(library, document, config.publisher ?? config.name),
      ...(notes.length > 0 ? [x('notes', { source: `#${EDITORS}` }, onLines(notes))] : []),
    ]),
  );
}
