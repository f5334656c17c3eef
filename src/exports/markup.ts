/** XML and HTML as templates: what is written in a template is markup, what is put into it is words, and escaped. */
import { CONTENT_SECURITY_POLICY } from '../views/content-security-policy.ts';

/** Markup, as opposed to words. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may be put into a template; undefined and false are nothing. */
export type Piece = Markup | string | number | undefined | false | readonly Piece[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;', '>': '&gt;' };

/** Marks, `>` where it would end a section, and what XML 1.0 cannot hold, not even escaped: control characters, halves of characters, two that are none. */
const SPECIAL =
  /[&<"]|(?<=\]\])>|[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu;

function written(piece: Piece): string {
  if (typeof piece === 'string')
    return piece.replace(SPECIAL, (character) => ENTITIES[character] ?? '');
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'number') return String(piece);
  return piece ? (piece as readonly Piece[]).map(written).join('') : '';
}

/** A template of XML or HTML. Characters that XML cannot hold are left out of the words. */
export function markup(template: TemplateStringsArray, ...pieces: Piece[]): Markup {
  let text = template[0]!;
  pieces.forEach((piece, i) => (text += written(piece) + template[i + 1]!));
  return new Markup(text);
}

/** An element whose name is not known beforehand. */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  ...children: Piece[]
): Markup {
  let tag = name;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) tag += ` ${key}="${written(value)}"`;
  const content = written(children);
  return new Markup(content ? `<${tag}>${content}</${name}>` : `<${tag} />`);
}

/** Each on a line of its own, as it stands between two tags; what is none takes no line. */
export function onLines(children: readonly (Markup | string | undefined | false)[]): Markup {
  const lines = children.flatMap((child) => (child instanceof Markup ? `\n${child.text}` : []));
  return new Markup(lines.length > 0 ? `${lines.join('')}\n` : '');
}

/** @returns the text of an XML file with this at its root */
export const xmlFile = ({ text }: Markup): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;

/**
 * A page that stands outside the site's frame, and opens without a server or a script.
 * @param head what its head holds besides
 */
export const htmlPage = (language: string, title: string, head: Piece, main: Markup): string =>
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
