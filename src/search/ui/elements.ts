/** Makes elements. Whatever comes from a query or a page goes in as text, never as markup. */

type Child = Node | string | undefined | false;

/** An element with attributes (`true` for a bare one, `undefined` and `false` for none) and children. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
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
