/** On every page, after the text: what a reader may do with it beyond reading. */
import hits from 'script:hits';
import names from 'script:names';
import { loadOnce } from '../../search/ui/load-script.ts';
import { addHighlightParameter } from './highlight-parameter.ts';
import { showCitations } from './cite.ts';
import { offerCopying } from './copy.ts';
import { copyOfficialText } from './copy-text.ts';
import { keepReadingPosition } from './reading-position.ts';
import { openPreferences, openSearch } from './shortcuts.ts';
import { showPreviews } from './previews.ts';

offerCopying(document);
copyOfficialText(document);
showCitations(document);
openSearch(document);
openPreferences(document);
addHighlightParameter(document);
keepReadingPosition(document);
showPreviews(document);
if (document.querySelector('[data-name-field]')) void loadOnce(names);
if (new URLSearchParams(location.search).has('hit')) void loadOnce(hits);
