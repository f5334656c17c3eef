/** Pages that stand outside the site, of sections: the archive's first page, also as plain text, and the page that offers it. */
import { CONTENT_SECURITY_POLICY } from '../../views/content-security-policy.ts';
import { escapeText } from '../../views/rendering/html.ts';

/** A paragraph; a command to type, shown as typed; or a link. */
type Item = string | { command: string; on: string } | { href: string; label: string };

export interface Section {
  heading: string;
  items: Item[];
}

/** The sections as a page that opens without a server. */
export function asHtml(title: string, sections: Section[]): string {
  const body = sections.map(
    ({ heading, items }) => `<h2>${escapeText(heading)}</h2>\n${items.map(itemHtml).join('\n')}`,
  );
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<link rel="stylesheet" href="explanation.css">
</head>
<body>
<main>
<h1>${escapeText(title)}</h1>
${body.join('\n')}
</main>
</body>
</html>
`;
}

function itemHtml(item: Item): string {
  if (typeof item === 'string') return `<p>${escapeText(item)}</p>`;
  if ('href' in item)
    return `<p class="open"><a href="${escapeText(item.href)}">${escapeText(item.label)}</a></p>`;
  return `<p class="on">${escapeText(item.on)}</p>\n<pre tabindex="0"><code>${escapeText(item.command)}</code></pre>`;
}

/** The same for programs that show text alone. */
export function asText(title: string, sections: Section[]): string {
  const body = sections.map(
    ({ heading, items }) => `【${heading}】\n\n${items.map(itemText).join('\n\n')}`,
  );
  const lines = [title, ...body].join('\n\n\n');
  // Notepad of older Windows shows neither bare line feeds nor UTF-8 without a mark.
  return `\uFEFF${lines}\n`.replaceAll('\n', '\r\n');
}

function itemText(item: Item): string {
  if (typeof item === 'string') return item;
  return 'href' in item ? `${item.label}：${item.href}` : `${item.on}：\n    ${item.command}`;
}
