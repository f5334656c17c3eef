/** `llms.txt` (llmstxt.org): the library in one Markdown page for programs that read, with the texts to read. */
import { COLLECTIONS, type Entry } from '../../library/types.ts';
import type { ValidLibrary } from '../../content/read-library.ts';
import { descriptionOf } from '../../views/entry/evidence.ts';
import { collectionIntroductions, collectionLabels } from '../../views/wording/labels.ts';
import { listPath } from '../../views/urls.ts';
import { onOneLine } from '../../text/control-characters.ts';
import { alternateFile, documentsOf, isCompressed } from '../documents.ts';

const words = (text: string): string =>
  onOneLine(text)
    .replace(/[\\`*_[\]<>]/gu, '\\$&')
    .replace(/\s+/gu, ' ');

const PACKED = '全文是 Markdown，各用 gzip 压缩（.md.gz），先解压再读。';

/** Links are relative to the file where the library has no address. */
export function llms({ library, config }: ValidLibrary): string {
  const to = (path: string): string => (config.address ?? '') + path;
  const item = (document: Entry): string =>
    `- [${words(document.title)}](${to(alternateFile(config, document, 'markdown'))}): ${words(descriptionOf(document))}`;
  const lists = COLLECTIONS.filter((name) => library.list(name).length > 0).map(
    (name) =>
      `- [${collectionLabels[name]}](${to(listPath(name))}): ${collectionIntroductions[name]}`,
  );
  const sections = [
    `# ${words(config.name)}`,
    `> ${words(config.description)}`,
    '公文原文照录，一字不改；编者的话（摘要、校注、关系）另行标明。来源没有说的，写作不详。引用请以发文机关公布的文本为准。',
    ...(isCompressed(config, 'markdown') ? [PACKED] : []),
    `## 全文\n\n${documentsOf(library).map(item).join('\n')}`,
    `## 目录\n\n${lists.join('\n')}`,
    `## Optional\n\n- [说明](${to('about.html')}): 来源、体例和引用方法。\n- [离线](${to('offline.html')}): 整个文库的归档。`,
  ];
  return `${sections.join('\n\n')}\n`;
}
