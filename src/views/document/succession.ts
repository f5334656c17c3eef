/** The banner of a document that another replaces, that replaces another, or that is no longer in force. */
import { successionOf } from '../../library/relations/relations.ts';
import type { Entry, Related } from '../../library/types.ts';
import { knownField } from '../known-fields.ts';
import { quotationView, type PageContext } from '../passages/passage-view.ts';
import { href, pagePath, type Href, type Link } from '../urls.ts';

/** Another document, and the paragraph that shows what it is to this one. */
export interface OtherDocument extends Link {
  proof?: { text: string; href: Href; words: string };
}

export interface SuccessionView {
  /** 已修改 or 已废止, where the library knows it. */
  validity?: string;
  /** What replaces it. */
  after: OtherDocument[];
  /** What it replaces. */
  before: OtherDocument[];
}

function otherView(context: PageContext, { entry, quotation }: Related): OtherDocument {
  const proof = quotation && quotationView(context, quotation);
  return {
    text: entry.title,
    href: href(context.page, pagePath(entry.key)),
    ...(proof ? { proof: { text: proof.shortPlace, href: proof.href, words: proof.words } } : {}),
  };
}

/** @returns undefined where there is nothing to warn of */
export function successionView(context: PageContext, entry: Entry): SuccessionView | undefined {
  const { before, after } = successionOf(context.library, entry);
  const validity = knownField(entry, 'validity')?.text;
  const ended = validity === '已修改' || validity === '已废止' ? validity : undefined;
  if (!ended && before.length === 0 && after.length === 0) return undefined;
  return {
    ...(ended ? { validity: ended } : {}),
    after: after.map((related) => otherView(context, related)),
    before: before.map((related) => otherView(context, related)),
  };
}
