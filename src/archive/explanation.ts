/** The archive's first page, `说明.html`, and its plain twin, `说明.txt`, from one list of sections. */
import type { LibraryFacts } from './library-facts.ts';

/** A paragraph; a command to type, shown as typed; or a link. */
type Item = string | { command: string; on: string } | { href: string; label: string };

interface Section {
  heading: string;
  items: Item[];
}

/** What the first page says of the payload. */
export interface PayloadFacts {
  count: number;
  bytes: number;
  /** Whether it holds files as received. */
  originals: boolean;
}

/**
 * @param payload what the bag holds
 * @returns the text of both twins; every fact in the one is in the other
 */
export function explain(
  facts: LibraryFacts,
  payload: PayloadFacts,
): { html: string; text: string } {
  const sections = [...whatItIs(facts, payload), ...howToVerify(), ...terms()];
  return { html: asHtml(facts.name, sections), text: asText(facts.name, sections) };
}

function whatItIs(facts: LibraryFacts, payload: PayloadFacts): Section[] {
  const newest = facts.newest ? `，收录的文件最晚为 ${facts.newest}` : '';
  const source = facts.address ? [`网上的文库：${facts.address}`] : [];
  return [
    {
      heading: '这是什么',
      items: [
        facts.description,
        `这是《${facts.name}》的离线归档${newest}，共 ${payload.count} 个文件、${payload.bytes} 字节。` +
          '内容与网上的文库相同，不联网也能阅读、跳转和检索全文。',
        ...(facts.publisher ? [`编者：${facts.publisher}`] : []),
        ...source,
      ],
    },
    {
      heading: '从这里打开',
      items: [
        { href: 'data/site/index.html', label: '打开文库' },
        { href: 'data/site/search.html', label: '检索全文' },
        '请先把 zip 全部解压，再双击 data/site/index.html。Chrome、Edge、Firefox 都可以，不需要服务器，也不需要安装任何东西。',
      ],
    },
    {
      heading: '里面有什么',
      items: [
        'data/site/ 是网站本身，放到任何网站服务器或其子目录下也能直接使用。',
        'data/content/ 是各条目的源文件（Markdown），可以用任何文本编辑器打开。',
        ...(payload.originals ? ['data/original/ 是收到的原始文件，未作改动。'] : []),
        'bagit.txt、bag-info.txt 和两份 manifest 是 BagIt 1.0（RFC 8493）的清单，列出每个文件的 SHA-256 校验值。',
      ],
    },
  ];
}

function howToVerify(): Section[] {
  return [
    {
      heading: '怎样核对是否完整',
      items: [
        '在解压出来的这个文件夹里打开命令行，任选一种：',
        { on: 'Linux', command: 'sha256sum -c --quiet manifest-sha256.txt tagmanifest-sha256.txt' },
        { on: 'macOS', command: 'shasum -a 256 -c manifest-sha256.txt tagmanifest-sha256.txt' },
        {
          on: 'Windows（PowerShell，不一致的文件会列出来）',
          command:
            "Get-Content -Encoding UTF8 manifest-sha256.txt, tagmanifest-sha256.txt | % { $s, $f = $_ -split '  ', 2; " +
            'if ((Get-FileHash -LiteralPath $f).Hash -ne $s) { "不一致：$f" } }',
        },
        {
          on: 'Windows（只核对一个文件，与清单中的一行比较）',
          command: 'certutil -hashfile data\\site\\index.html SHA256',
        },
        {
          on: '有本文库软件的电脑（也可以直接核对 zip，并列出多出的文件）',
          command: 'npm run archive:verify 文件或文件夹',
        },
        '任何支持 BagIt 的校验工具也可以使用。整个 zip 的 SHA-256 写在网上文库的“离线”页，并随 zip 附有 .sha256 文件。',
      ],
    },
  ];
}

function terms(): Section[] {
  return [
    {
      heading: '使用条件',
      items: [
        '官方文件：国家机关的决议、决定、命令和其他具有立法、行政、司法性质的文件及其官方正式译文，按《中华人民共和国著作权法》第五条第（一）项不适用该法。' +
          '收录的每份文件是否属于这一类，以文件本身和法律规定为准；引用请以发文机关公布的文本为准。',
        '编者所写的说明、校注和摘要：知识共享 署名 4.0 国际（CC BY 4.0）。',
        '软件：MIT 许可。随网站分发的其他软件及其许可证列在 data/site/licenses.txt。',
        '标为“外部资料”的引文归各自的权利人所有，仅为说明和核对而引用，并注明出处。',
      ],
    },
  ];
}

function asHtml(title: string, sections: Section[]): string {
  const body = sections.map(
    ({ heading, items }) => `<h2>${escape(heading)}</h2>\n${items.map(itemHtml).join('\n')}`,
  );
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>说明：${escape(title)}（离线归档）</title>
<link rel="stylesheet" href="explanation.css">
</head>
<body>
<main>
<p class="kind">离线归档</p>
<h1>${escape(title)}</h1>
${body.join('\n')}
</main>
</body>
</html>
`;
}

function itemHtml(item: Item): string {
  if (typeof item === 'string') return `<p>${escape(item)}</p>`;
  if ('href' in item)
    return `<p class="open"><a href="${escape(item.href)}">${escape(item.label)}</a></p>`;
  return `<p class="on">${escape(item.on)}</p>\n<pre><code>${escape(item.command)}</code></pre>`;
}

function asText(title: string, sections: Section[]): string {
  const body = sections.map(
    ({ heading, items }) => `【${heading}】\n\n${items.map(itemText).join('\n\n')}`,
  );
  const lines = [`${title}（离线归档）`, ...body].join('\n\n\n');
  // Notepad of older Windows shows neither bare line feeds nor UTF-8 without a mark.
  return `\uFEFF${lines}\n`.replaceAll('\n', '\r\n');
}

function itemText(item: Item): string {
  if (typeof item === 'string') return item;
  return 'href' in item ? `${item.label}：${item.href}` : `${item.on}：\n    ${item.command}`;
}

function escape(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!,
  );
}
