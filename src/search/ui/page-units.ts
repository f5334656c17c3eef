/**
 * Finds the texts of a page, as the HTML contract marks them: `[data-unit]` elements, the paragraphs of
 * `[data-flow]` containers, and these, whose units are read on as one text. Used in
 * the browser when a hit is to be marked; a test holds the index, which is made from the graph, to what it finds in built pages.
 */
import { labelOfUnit, UNIT } from '../../text/unit-label.ts';

export interface UnitNodes {
  element: Element;
  id: string;
  label: string;
  nodes: Text[];
}

/** What is no text of the unit that it stands in: other units, and what is not to be indexed. */
const EXCLUDED = `${UNIT}, [data-unindexed], [data-editorial], script, style, template, noscript`;

/** The text nodes of a unit: its own, without those of what is excluded. */
function textNodes(element: Element): Text[] {
  return [...element.childNodes].flatMap((child) => {
    if (child.nodeType === 3) return [child as Text];
    const isOwn = child.nodeType === 1 && !(child as Element).matches(EXCLUDED);
    return isOwn ? textNodes(child as Element) : [];
  });
}

/** The flow that a unit is read on in, unless something between says that it is no part of the official text. */
function flowOf(unit: Element): Element | null {
  const flow = unit.closest('[data-flow]');
  const apart = unit.closest('[data-editorial]');
  return apart && apart !== flow && flow?.contains(apart) ? null : flow;
}

/** All texts under an element in document order; each flow is one, and so is each unit outside a flow. */
export function stretchesIn(root: Element): UnitNodes[][] {
  const texts = new Map<Element, UnitNodes[]>();
  for (const element of root.querySelectorAll(UNIT)) {
    const id = element.getAttribute('id') ?? '';
    const unit = { element, id, label: labelOfUnit(element), nodes: textNodes(element) };
    const text = flowOf(element) ?? element;
    const known = texts.get(text);
    if (known) known.push(unit);
    else texts.set(text, [unit]);
  }
  return [...texts.values()];
}
