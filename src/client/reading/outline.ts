/** The outline of a document is folded on a narrow page; beside the text it is open, also where style alone cannot open it. */
export function openOutline(root: Document): void {
  const outline = root.querySelector('.outline');
  const details = outline?.querySelector('details');
  if (details && getComputedStyle(outline!).position === 'sticky') details.open = true;
}
