/**
 * References for citation managers, to a document or to a paragraph of it: made of what the page states in its JSON-LD,
 * each to copy and to save. Loaded when a reader first asks for them (`cite.ts`).
 */
import { bibtex, cslJson, type Reference, ris } from '../../views/citation/reference-formats.ts';
import { ASKED, copyButton, type AskedReference } from './citation-buttons.ts';

type Stated = Partial<Record<string, string>> & {
  legislationPassedBy?: { name: string } | { name: string }[];
};

/** What the page says of its document to search engines. */
function statedOf(root: Document): Stated {
  const data = root.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}';
  return (JSON.parse(data) as { '@graph'?: Stated[] })['@graph']?.[0] ?? {};
}

/** The lasting address of the page; where it states none, the one it is read at, unless that is a file. */
function addressOf(root: Document): string | undefined {
  const stated = root.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return (
    stated ?? (location.protocol === 'file:' ? undefined : location.href.replace(/[?#].*$/su, ''))
  );
}

function referenceTo(root: Document, key: string, { place, id }: AskedReference): Reference {
  const {
    name = '',
    legislationIdentifier: number,
    legislationDate = '',
    inLanguage = '',
    legislationPassedBy = [],
  } = statedOf(root);
  const address = addressOf(root);
  return {
    id: id ? `${key}-${id}` : key,
    issuers: [legislationPassedBy].flat().map((issuer) => issuer.name),
    title: name,
    ...(number && { number }),
    date: legislationDate.split('-').filter(Boolean).map(Number),
    ...(address && { url: id ? `${address}#${id}` : address }),
    language: inLanguage,
    ...(id && { place }),
  };
}

/** A link that saves words as a file. */
function saveLink(
  form: string,
  place: string,
  file: string,
  type: string,
  words: string,
): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `data:${type};charset=utf-8,${encodeURIComponent(words)}`;
  link.download = file;
  link.textContent = '下载';
  link.setAttribute('aria-label', `下载：${form}，${place}`);
  return link;
}

document.addEventListener(ASKED, (event) => {
  const { target, detail } = event as CustomEvent<AskedReference>;
  const key = document.querySelector<HTMLElement>('[data-key]')?.dataset['key'] ?? '';
  const reference = referenceTo(document, key, detail);
  const forms: [name: string, ending: string, type: string, words: string][] = [
    ['GB/T 7714', 'txt', 'text/plain', `${detail.citation}\n`],
    ['BibTeX', 'bib', 'application/x-bibtex', bibtex(reference)],
    ['RIS', 'ris', 'application/x-research-info-systems', ris(reference)],
    ['CSL-JSON', 'csl.json', 'application/vnd.citationstyles.csl+json', cslJson(reference)],
  ];
  const list = document.createElement('span');
  list.className = 'references';
  for (const [name, ending, type, words] of forms) {
    const row = document.createElement('span');
    const copy = copyButton('复制', `${name}，${detail.place}`, words);
    row.append(
      name,
      ' ',
      copy,
      ' ',
      saveLink(name, detail.place, `${reference.id}.${ending}`, type, words),
    );
    list.append(row);
  }
  (target as Element).after(list);
});
