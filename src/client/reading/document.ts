/** On the page of a document, after its text: cards, citing lines, copying, where its reader stopped. */
import { showCitations } from './cite.ts';
import { copyOfficialText } from './copy.ts';
import { showPreviews } from './previews.ts';
import { keepReadingPosition } from './reading-position.ts';

/** The outline is folded on a narrow page; beside the text it is open, also where style alone cannot open it. */
function openOutline(): void {
  const outline = document.querySelector('.outline');
  const details = outline?.querySelector('details');
  if (details && getComputedStyle(outline!).position === 'sticky') details.open = true;
}

openOutline();
showPreviews();
showCitations();
copyOfficialText();
keepReadingPosition();
