/** The margin of a paragraph: its number, notes on its words, what rests on it, how to cite it. */
import type { Block, Entry, EntryKey } from '../library/types.ts';
import { knownField } from '../site/facts.ts';
import { amountText } from '../site/figures.ts';
import { href, pagePath } from '../site/urls.ts';
import { citingLines } from './citing-lines.ts';
import type { DocumentContext } from './document-context.ts';
import { element, label, textNode, type Child } from './elements.ts';

const link = (from: EntryKey, to: Entry, words: string): Child =>
  element('a', { href: href(pagePath(from), pagePath(to.key)) }, [words]);

/** Links one after another, with a dot between. */
function names(kind: string, links: Child[][]): Child[] {
  if (links.length === 0) return [];
  const items = links.flatMap((item, i) => (i ? [textNode('·'), ...item] : item));
  return [
    element('p', { className: ['margin-names'], dataUnindexed: '' }, [label(kind), ' ', ...items]),
  ];
}

function figuresIn(context: DocumentContext, block: Block): Child[][] {
  const { library, document } = context;
  return library
    .quoting(block)
    .flatMap((entry) =>
      [...entry.awards, ...entry.targets]
        .filter((figure) => figure.in === document.key && block.text.includes(figure.quote))
        .map((figure) => [
          link(document.key, entry, amountText(figure)),
          textNode(` ${figure.name}`),
        ]),
    );
}

/** Measures that rest on this block, without the parts of those already named. */
function measuresIn(context: DocumentContext, block: Block): Child[][] {
  const measures = context.library.quoting(block).filter((e) => e.collection === 'measures');
  const ids = new Set(measures.map((measure) => measure.id));
  return measures
    .filter((measure) => !ids.has(String(measure.fields.partOf)))
    .map((measure) => [link(context.document.key, measure, measure.title)]);
}

function policiesIn(context: DocumentContext, block: Block): Child[][] {
  return context.library
    .quoting(block)
    .filter((entry) => entry.collection === 'policies')
    .flatMap((policy) => {
      const number = knownField(policy, 'number');
      const source = number?.provider ? '（外部资料）' : '';
      const title = link(context.document.key, policy, policy.title);
      return number ? [[title, textNode(` ${number.text}${source}`)]] : [];
    });
}

/**
 * @param block a block of the document; only numbered paragraphs can be cited
 * @returns the margin, empty where there is nothing to say
 */
export function margin(context: DocumentContext, block: Block): Child | null {
  const notes = context.library
    .notesOn(block)
    .map(({ note }, i) =>
      element('p', { className: ['note'], id: `${block.id}-note-${i + 1}`, dataUnit: '校注' }, [
        label('校注'),
        ' ',
        note,
      ]),
    );
  const own = [
    ...names('政策', policiesIn(context, block)),
    ...names('举措', measuresIn(context, block)),
    ...names('数字', figuresIn(context, block)),
  ];
  const citing = block.number === undefined ? [] : citingLines(context, block, block.number);
  const children = [...citing, ...notes, ...own];
  if (children.length === 0) return null;
  return element('div', { className: ['margin'], dataEditorial: '' }, children);
}
