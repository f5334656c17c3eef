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

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const NOT_TEXT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);

/** The text nodes of a unit: its own, without those of units inside it and of what is not to be indexed. */
function textNodes(element: Node, into: Text[] = []): Text[] {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) into.push(child as Text);
    else if (child.nodeType === ELEMENT_NODE) {
      const inner = child as Element;
      const excluded =
        inner.matches(UNIT) ||
        inner.hasAttribute('data-unindexed') ||
        inner.hasAttribute('data-editorial') ||
        NOT_TEXT.has(inner.tagName.toUpperCase());
      if (!excluded) textNodes(inner, into);
    }
  }
  return into;
}

/** Whether something between the unit and its flow says that it is not part of the official text. */
function standsApart(unit: Element, flow: Element): boolean {
  for (let at: Element | null = unit; at && at !== flow; at = at.parentElement) {
    if (at.hasAttribute('data-editorial')) return true;
  }
  return false;
}

/** All texts under an element in document order; each flow is one, and so is each unit outside a flow. */
export function stretchesIn(root: Element): UnitNodes[][] {
  const stretches: UnitNodes[][] = [];
  const flows = new Map<Element, UnitNodes[]>();
  for (const element of root.querySelectorAll(UNIT)) {
    const unit: UnitNodes = {
      element,
      id: element.getAttribute('id') ?? '',
      label: labelOfUnit(element),
      nodes: textNodes(element),
    };
    const flow = element.closest('[data-flow]');
    if (!flow || standsApart(element, flow)) {
      stretches.push([unit]);
      continue;
    }
    const started = flows.get(flow);
    if (started) started.push(unit);
    else {
      const stretch = [unit];
      flows.set(flow, stretch);
      stretches.push(stretch);
    }
  }
  return stretches;
}
