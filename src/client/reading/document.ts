/** On the page of a document, after its text: cards, citing lines, copying, where its reader stopped. */
import { showCitations } from './cite.ts';
import { copyOfficialText } from './copy-text.ts';
import { openOutline } from './outline.ts';
import { showPreviews } from './previews.ts';
import { keepReadingPosition } from './reading-position.ts';

openOutline(document);
showPreviews(document);
showCitations(document);
copyOfficialText(document);
keepReadingPosition(document);
