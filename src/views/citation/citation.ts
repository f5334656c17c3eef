/**
 * How to cite a document, after GB/T 7714—2015 《信息与文献 参考文献著录规则》: 主要责任者. 题名:
 * 其他题名信息[文献类型标识/载体标识]. 日期: 引文页码. An official document is [A] 档案; it is [A/OL] only where there is a
 * public address to read it at, and then 引文页码(更新或修改日期)[引用日期]. 获取和访问路径 (4.6 电子资源): the day of
 * reading, which no build knows, is left to the reader as `[引用日期]`. What is not known is left out.
 *
 * The CSL style “China National Standard GB/T 7714-2015 (numeric)”, as citeproc-js runs it, has the same parts for a whole
 * document, but cites a part by its page alone, keeps only the year of the date then, and says nothing of a day of reading
 * that it was not given. So these lines stay ours; citation managers take files of their own, and apply that style.
 */
import { provisionAt } from '../../library/structures.ts';
import type { Block, Entry, Library } from '../../library/types.ts';
import { findPart } from '../../text/parts.ts';
import { anchorOf } from '../../text/structure/units.ts';
import { dateLabel } from '../wording/figures.ts';
import { certainField, knownField, listField } from '../known-fields.ts';
import { pagePath } from '../urls.ts';
import type { Reference } from './reference-formats.ts';
import type { ValidLibrary } from '../../content/read-library.ts';

/**
 * 第十二条第二款, 第3段, “一、……”, 发文字号: what a reader calls a block of a text.
 * @param document the entry that holds it: without it, articles are not known
 * @param offset a place in the block, where several articles stand in one
 */
export function blockLabel(block: Block, document?: Entry, offset?: number): string {
  const provision = document && provisionAt(document, block, offset);
  if (provision) return provision.name;
  if (block.number !== undefined) return `第${block.number}段`;
  if (block.kind === 'heading') return `“${block.text}”`;
  return findPart(block.part)?.label ?? '文首';
}

/** The address on the document's page: of the 条、款 or 项 that begins in a block, or of the block. */
export function placeId(document: Entry, block: Block, offset?: number): string {
  const provision = provisionAt(document, block, offset);
  return provision?.start.block === block.id ? anchorOf(provision) : block.id;
}

/** The bodies that issued a document, by name, in the order it gives them. */
export function issuerNames(library: Library, document: Entry): string[] {
  return listField(document, 'issuers').map(
    (id) => library.entries.get(`organisations/${id}`)?.title ?? id,
  );
}

/**
 * A citation of a document, or of one block of it.
 * @param cited with `any`, what holds for every paragraph, `{place}` and `{id}` to be filled in: a page states it once
 * @param address the library's public address, ending in a slash, when it has one
 */
export function citation(
  library: Library,
  document: Entry,
  cited?: Block | 'any',
  address?: string,
): string {
  const place =
    cited === 'any'
      ? { label: '{place}', id: '{id}' }
      : cited && { label: blockLabel(cited, document), id: placeId(document, cited) };
  const number = knownField(document, 'number')?.text;
  const date = document.date?.length === 10 ? document.date : dateLabel(document);
  const url = address && `${address}${pagePath(document.key)}${place ? `#${place.id}` : ''}`;
  const title = `${document.title}${number ? `: ${number}` : ''}[${url ? 'A/OL' : 'A'}]`;
  const when = url
    ? `${place?.label ?? ''}${date ? `(${date})` : ''}[引用日期]`
    : [date, place?.label].filter(Boolean).join(': ');
  const parts = [issuerNames(library, document).join(', '), title, when].filter(Boolean);
  return [...parts.map((part) => `${part}.`), ...(url ? [url] : [])].join(' ');
}

/** A document as citation managers take it. */
export function referenceTo({ library, config }: ValidLibrary, document: Entry): Reference {
  const number = certainField(document, 'number');
  return {
    id: `${config.id}-${document.collection}-${document.id}`,
    issuers: issuerNames(library, document),
    title: document.title,
    ...(number && { number }),
    date: (document.date ?? '').split('-').filter(Boolean).map(Number),
    ...(config.address && { url: config.address + pagePath(document.key) }),
    language: config.language,
  };
}
