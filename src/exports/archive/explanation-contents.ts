/** What the archive's first page says of the files inside, of those left out, and which program opens which. */
import type { Copy } from './copies.ts';
import type { Section } from './explanation-forms.ts';
import { namesOf } from './left-out-wording.ts';

interface Contents {
  originals: boolean;
  leftOut: readonly Copy[];
}

interface Files extends Contents {
  /** Whether the documents' texts are gzip files. */
  compressedForms: boolean;
}

const sentence = (parts: (string | false)[], before = ''): string[] => {
  const said = parts.filter((part) => part !== false);
  return said.length === 0 ? [] : [`${before}${said.join('；')}。`];
};

/** @returns the section that tells of every folder and every kind of file that is there */
export function whatIsInIt({ originals, leftOut, compressedForms }: Files): Section {
  const has = (files: string): boolean => leftOut.every((copy) => !copy.files.includes(files));
  const gz = compressedForms ? '.gz' : '';
  const unpacked = compressedForms ? '先用 7-Zip、Keka 或 gunzip 解压，再' : '';
  const texts = [has('.txt') && `.txt${gz} 纯文本`, has('.md') && `.md${gz}（Markdown）`].filter(
    Boolean,
  );
  const lines = compressedForms
    ? '答复和政策以外的条目的正文（other-texts.jsonl.gz）'
    : '全部正文（texts.jsonl.gz）';
  return {
    heading: '里面有什么',
    items: [
      'data/site/ 是网站本身，放到任何网站服务器或其子目录下也能直接使用。',
      'data/site/data/ 是可以取用的数据，各文件的字段和样例写在 data/site/data.html：各条目、关系、奖励和目标的表格（*.csv），用 Excel、WPS 打开；条目和关系的全图，graph.graphml 用 Gephi、Cytoscape 打开，graph.json 和 graph.jsonld 供程序读' +
        (has('data/texts.jsonl.gz') ? `；${lines}，解压后逐行是 JSON` : '') +
        '。每页旁的同名 JSON 文件是那个条目的数据，data/site/datapackage.json 列出全部数据文件和它们的校验值。',
      ...sentence(
        [
          texts.length > 0 && `${texts.join('和 ')}${unpacked}用任何文本编辑器打开`,
          has('.akn.xml') &&
            `.akn.xml${gz} 是法律文件的国际标准格式 Akoma Ntoso，${compressedForms ? '解压后' : ''}供法律信息系统导入`,
          has('.bib') &&
            '.bib、.ris、.csl.json 是引文，用 Zotero、EndNote、NoteExpress 等文献管理软件导入',
          has('.png') && '.png 是转发网址时显示的图片，用任何看图软件打开',
        ],
        '每份文件的网页旁边有同名的其他形式：',
      ),
      ...sentence([
        has('library.epub') &&
          'data/site/library.epub 是整个文库的电子书，用 Apple 图书、微信读书、Calibre 等阅读软件打开',
      ]),
      'data/content/ 是各条目的源文件（Markdown），可以用任何文本编辑器打开。',
      ...sentence([originals && 'data/original/ 是收到的原始文件，未作改动']),
      'data/docs/hosting.md 说明怎样把网站放到服务器上（英文）。',
      'bagit.txt、bag-info.txt 和两份 manifest 是 BagIt 1.0（RFC 8493）的清单，列出每个文件的 SHA-256 校验值。',
    ],
  };
}

/** @returns the section that names what was left out and makes it again; none where nothing was */
export function howToMakeAgain({ originals, leftOut }: Contents): Section[] {
  if (leftOut.length === 0) return [];
  return [
    {
      heading: '没有收入的',
      items: [
        `归档以 100 MB 为限，同样的内容只收一次。网上文库有、这里没有收入的是：${namesOf(leftOut)}。正文都在网页和 data/content/ 的源文件里，一字不少；归档里的网页也不链接到没有收入的文件。`,
        '有本文库软件的，可以从源文件重新生成这些文件，连同整个网站。' +
          (originals ? '先把 data/original 文件夹复制为 data/content/original。' : '') +
          '然后在软件的文件夹里运行（写完整路径），生成的网站在软件的 dist 文件夹：',
        { on: 'Linux、macOS', command: 'CONTENT_DIR=完整路径/data/content npm run build' },
        {
          on: 'Windows（PowerShell）',
          command: "$env:CONTENT_DIR='完整路径\\data\\content'; npm run build",
        },
      ],
    },
  ];
}
