/** Makes elements. Whatever comes from a query or a page goes in as text, never as markup. */

type Child = Node | string | undefined | false;

/**
 * An element with children.
 * @param attributes its class alone, or each by its name: `true` for a bare one, `undefined` and `false` for none
 */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: string | Record<string, string | boolean | undefined>,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  const all = typeof attributes === 'string' ? { class: attributes } : attributes;
  for (const [key, value] of Object.entries(all)) {
    if (value !== undefined && value !== false)
      element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** Replaces what stands in an element (`replaceChildren` is too new for some browsers). */
export function fill(element: Element, ...children: Node[]): void {
  element.textContent = '';
  element.append(...children);
}

/** A button with what it does. */
export function button(words: string, act: () => void): HTMLButtonElement {
  const made = el('button', { type: 'button', class: 'button' }, words);
  made.addEventListener('click', act);
  return made;
}
