/** The files beside an entry's page: its record, a document's text and references in other forms; pages at addresses that it had. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { recordText } from '../../exports/data/records.ts';
import { documentsOf } from '../../exports/documents.ts';
import { DOCUMENT_FILES } from '../../exports/files.ts';
import { formerPage } from '../../exports/former-addresses.ts';
import { formerKeys } from '../../library/checks/addresses.ts';
import type { EntryKey } from '../../library/types.ts';
import { site } from '../../views/library.ts';

const RECORD = 'json';
const PAGE = 'html';

const pathOf = (key: EntryKey, form: string) => {
  const [collection, id] = key.split('/');
  return { params: { collection, id, form } };
};

export const getStaticPaths = (() => [
  ...[...site.library.entries.keys()].map((key) => pathOf(key, RECORD)),
  ...documentsOf(site.library).flatMap(({ key }) =>
    DOCUMENT_FILES.map(({ ending }) => pathOf(key, ending)),
  ),
  ...formerKeys(site.library).map(({ key }) => pathOf(key, PAGE)),
]) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const { collection, id, form } = params;
  const key = `${collection}/${id}` as EntryKey;
  if (form === PAGE) {
    const former = formerKeys(site.library).find((one) => one.key === key)!;
    return new Response(formerPage(site, former), { headers: { 'Content-Type': 'text/html' } });
  }
  const entry = site.library.get(key);
  const file = DOCUMENT_FILES.find(({ ending }) => ending === form);
  return new Response(file ? file.write(site, entry) : recordText(site.library, entry), {
    headers: { 'Content-Type': file?.mediaType ?? 'application/json' },
  });
};
