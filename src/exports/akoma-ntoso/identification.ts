/**
 * What an Akoma Ntoso document says of itself: FRBR work, expression and manifestation; the bodies and entries it
 * refers to. Work IRIs follow the standard's naming convention: `/akn/cn/doc/replies/2021-05-20/2021-46`.
 */
import type { Entry, Library } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { issuerNames } from '../../views/citation/citation.ts';
import { listField, certainField } from '../../views/known-fields.ts';
import { xml } from '../markup.ts';

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

function properties(document: Entry, iri: string, own: string, authors: string[]): string {
  return [
    xml('FRBRthis', { value: `${iri}${own}/!main` }),
    xml('FRBRuri', { value: iri + own }),
    ...(own ? [] : aliases(document)),
    xml('FRBRdate', dateOf(document)),
    ...authors.map((id) => xml('FRBRauthor', { href: `#${id}` })),
  ].join('');
}

function aliases(document: Entry): string[] {
  const number = certainField(document, 'number');
  return [
    xml('FRBRalias', { value: document.title, name: 'title' }),
    ...(number ? [xml('FRBRalias', { value: number, name: 'number' })] : []),
  ];
}

function identification(document: Entry): string {
  const { collection, id, date } = document;
  const work = `/akn/cn/doc/${collection}/${date ?? 'undated'}/${id}`;
  const issuers = issuerIds(document);
  const authors = issuers.length > 0 ? issuers : ['issuer-unknown'];
  const number = certainField(document, 'number');
  return xml(
    'identification',
    { source: `#${EDITORS}` },
    [
      xml(
        'FRBRWork',
        {},
        properties(document, work, '', authors) +
          xml('FRBRcountry', { value: 'cn' }) +
          (number ? xml('FRBRnumber', { value: number }) : ''),
      ),
      xml(
        'FRBRExpression',
        {},
        properties(document, work, '/zho@', authors) + xml('FRBRlanguage', { language: 'zho' }),
      ),
      xml(
        'FRBRManifestation',
        {},
        properties(document, work, '/zho@.akn', [EDITORS]) +
          xml('FRBRformat', { value: 'application/akn+xml' }),
      ),
    ].join('\n'),
  );
}

function references(library: Library, document: Entry, name: string): string {
  const names = issuerNames(library, document);
  const issuers = issuerIds(document).map((eId, i) =>
    xml('TLCOrganization', {
      eId,
      href: `/ontology/organization/cn/${eId.slice('org-'.length)}`,
      showAs: names[i],
    }),
  );
  const unknown = xml('TLCOrganization', {
    eId: 'issuer-unknown',
    href: '/ontology/organization/unknown',
    showAs: '不详',
  });
  const editors = xml('TLCOrganization', {
    eId: EDITORS,
    href: '/ontology/organization/editors',
    showAs: name,
  });
  const all = [editors, ...(issuers.length > 0 ? issuers : [unknown])];
  return xml('references', { source: `#${EDITORS}` }, all.join('\n'));
}

/**
 * @param notes the editors' notes, as elements
 * @returns the element `meta`
 */
export function metaElement(
  { library, config }: ValidLibrary,
  document: Entry,
  notes: readonly string[],
): string {
  return xml(
    'meta',
    {},
    [
      identification(document),
      references(library, document, config.publisher ?? config.name),
      ...(notes.length > 0 ? [xml('notes', { source: `#${EDITORS}` }, notes.join('\n'))] : []),
    ].join('\n'),
  );
}
