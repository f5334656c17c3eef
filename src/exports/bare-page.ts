/** Pages that stand outside the site's frame, and open without a server or a script. */
import { CONTENT_SECURITY_POLICY } from '../views/content-security-policy.ts';
import { markup, type Markup, type Piece } from './markup.ts';

/** @param head what its head holds besides */
export const barePage = (language: string, title: string, head: Piece, main: Markup): string =>
  `<!doctype html>\n${
    markup`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
<title>${title}</title>
</head>
<body>
${main}
</body>
</html>
`.text
  }`;

/** A paragraph; a command to type, shown as typed; or a link. */
type Item = string | { command: string; on: string } | { href: string; label: string };

/** What the pages of the archive consist of. */
export interface Section {
  heading: string;
  items: Item[];
}

/** The sections as a page. */
export function asHtml(title: string, sections: Section[]): string {
  const body = sections.map(
    ({ heading, items }) => markup`<h2>${heading}</h2>\n${items.map(itemHtml)}`,
  );
  const style = markup`<link rel="stylesheet" href="explanation.css">`;
  return barePage('zh-Hans', title, style, markup`<main>\n<h1>${title}</h1>\n${body}</main>`);
}

function itemHtml(item: Item): Markup {
  if (typeof item === 'string') return markup`<p>${item}</p>\n`;
  if ('href' in item) return markup`<p class="open"><a href="${item.href}">${item.label}</a></p>\n`;
  return markup`<p class="on">${item.on}</p>\n<pre tabindex="0"><code>${item.command}</code></pre>\n`;
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
