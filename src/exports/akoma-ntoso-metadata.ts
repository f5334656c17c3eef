/**
 * What an Akoma Ntoso document says of itself: FRBR work, expression and manifestation; the bodies and entries it
 * refers to. Work IRIs follow the standard's naming convention: `/akn/cn/doc/replies/2021-05-20/2021-46`.
 */
import type { ValidLibrary } from '../content/read-library.ts';
import type { Entry, Library, PlacedNote } from '../library/types.ts';
import { issuerNames } from '../views/citation/citation.ts';
import { certainField, listField } from '../views/known-fields.ts';
import { element, markup, onLines, type Markup, type Piece } from './markup.ts';

/** The schema wants a day: the first one of a month or a year, and then `name` says how much is known. */
function dateOf({ date }: Entry): { date: string; name: string } {
  if (!date) return { date: '0001-01-01', name: 'unknown' };
  const name = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'enacted';
  return { date: date + '-01-01'.slice(0, 10 - date.length), name };
}

const EDITORS = 'editors';

/** The bodies that issued a document, as its references name them. */
function issuersOf(library: Library, document: Entry): Markup[] {
  const names = issuerNames(library, document);
  const ids = listField(document, 'issuers');
  const bodies = ids.map((id, i) => [`org-${id}`, `organization/cn/${id}`, names[i]!]);
  const all = bodies.length > 0 ? bodies : [['issuer-unknown', 'organization/unknown', '不详']];
  return all.map(([eId, iri, showAs]) =>
    element('TLCOrganization', { eId, href: `/ontology/${iri}`, showAs }),
  );
}

function identification(document: Entry): Markup {
  const { collection, id, date, title } = document;
  const work = `/akn/cn/doc/${collection}/${date ?? 'undated'}/${id}`;
  const issuers = listField(document, 'issuers').map((issuer) => `org-${issuer}`);
  const authors = issuers.length > 0 ? issuers : ['issuer-unknown'];
  const number = certainField(document, 'number');
  const level = (name: string, own: string, by: string[], aliases: Piece, rest: Piece): Markup =>
    element(
      name,
      {},
      markup`<FRBRthis value="${work}${own}/!main" /><FRBRuri value="${work}${own}" />`,
      aliases,
      element('FRBRdate', dateOf(document)),
      by.map((author) => markup`<FRBRauthor href="#${author}" />`),
      rest,
    );
  const aliases = [
    markup`<FRBRalias value="${title}" name="title" />`,
    number && markup`<FRBRalias value="${number}" name="number" />`,
  ];
  const country = [
    markup`<FRBRcountry value="cn" />`,
    number && markup`<FRBRnumber value="${number}" />`,
  ];
  const language = markup`<FRBRlanguage language="zho" />`;
  const format = markup`<FRBRformat value="application/akn+xml" />`;
  return markup`<identification source="#${EDITORS}">${onLines([
    level('FRBRWork', '', authors, aliases, country),
    level('FRBRExpression', '/zho@', authors, [], language),
    level('FRBRManifestation', '/zho@.akn', [EDITORS], [], format),
  ])}</identification>`;
}

/** @returns the element `meta` */
export function metadata(
  { library, config }: ValidLibrary,
  document: Entry,
  notes: readonly PlacedNote[],
): Markup {
  const organisations = [
    markup`<TLCOrganization eId="${EDITORS}" href="/ontology/organization/editors" showAs="${config.publisher ?? config.name}" />`,
    ...issuersOf(library, document),
  ];
  const written = notes.map(
    ({ number, words }) =>
      markup`<note eId="note-${String(number)}" marker="${String(number)}"><p>${words}</p></note>`,
  );
  return markup`<meta>${onLines([
    identification(document),
    markup`<references source="#${EDITORS}">${onLines(organisations)}</references>`,
    ...(written.length > 0
      ? [markup`<notes source="#${EDITORS}">${onLines(written)}</notes>`]
      : []),
  ])}</meta>`;
}
