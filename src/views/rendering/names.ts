/** The names in the margin of a block: the policies, measures and figures that rest on its words. */
import type { Block, Entry, EntryKey } from '../../library/types.ts';
import { knownField } from '../known-fields.ts';
import { amountText } from '../wording/figures.ts';
import { href, pagePath } from '../urls.ts';
import type { DocumentContext } from './context.ts';
import { element, escapeText, label } from './html.ts';
import { opener } from './notes.ts';

const link = (from: EntryKey, to: Entry, words: string): string =>
  element('a', { href: href(pagePath(from), pagePath(to.key)) }, escapeText(words));

function figuresIn({ document }: DocumentContext, block: Block, quoting: Entry[]): string[] {
  return quoting.flatMap((entry) =>
    [...entry.awards, ...entry.targets]
      .filter((figure) => figure.in === document.key && block.text.includes(figure.quote))
      .map(
        (figure) => `${link(document.key, entry, amountText(figure))} ${escapeText(figure.name)}`,
      ),
  );
}

/** Measures that rest on a block, without the parts of those already named. */
function measuresIn({ document }: DocumentContext, quoting: Entry[]): string[] {
  const measures = quoting.filter((entry) => entry.collection === 'measures');
  const ids = new Set(measures.map((measure) => measure.id));
  return measures
    .filter((measure) => !ids.has(String(measure.fields.partOf)))
    .map((measure) => link(document.key, measure, measure.title));
}

function policiesIn({ document }: DocumentContext, quoting: Entry[]): string[] {
  return quoting.flatMap((policy) => {
    const number = policy.collection === 'policies' ? knownField(policy, 'number') : undefined;
    if (!number) return [];
    const source = number.provider ? '（外部资料）' : '';
    return [`${link(document.key, policy, policy.title)} ${escapeText(number.text + source)}`];
  });
}

/**
 * @param block a block of the document
 * @returns the names, the mark that opens them where there is no margin, and their lines; all empty where
 *   nothing rests on the block
 */
export function namesOf(
  context: DocumentContext,
  block: Block,
): { names: string; mark: string; lines: string[] } {
  const quoting = context.library.quoting(block);
  const groups = [
    { kind: '政策', links: policiesIn(context, quoting) },
    { kind: '举措', links: measuresIn(context, quoting) },
    { kind: '数字', links: figuresIn(context, block, quoting) },
  ].filter(({ links }) => links.length > 0);
  if (groups.length === 0) return { names: '', mark: '', lines: [] };
  const id = `${block.id}-names`;
  const lines = groups.map(({ kind, links }) =>
    element('p', {}, `${label(kind)} ${links.join('·')}`),
  );
  const counts = groups.map(({ kind, links }) => `${kind}${links.length}`).join('·');
  return {
    names: element(
      'div',
      { class: 'names', id, popover: true, 'data-unindexed': true },
      lines.join(''),
    ),
    mark: opener(id, counts),
    lines,
  };
}
