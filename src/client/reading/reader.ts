/** On every page, after the text: what a reader may do with it beyond reading. */
import landing from 'script:landing';
import names from 'script:names';
import { loadOnce } from '../../search/ui/load-script.ts';
import { addHighlightParameter } from './highlight-parameter.ts';
import { showCitations } from './cite.ts';
import { offerCopying } from './copy.ts';
import { openPreferences } from './open-preferences.ts';
import { openSearch } from './open-search.ts';
import { keepReadingPosition } from './reading-position.ts';
import { showPreviews } from './show-previews.ts';

offerCopying(document);
showCitations(document);
openSearch(document);
openPreferences(document);
addHighlightParameter(document);
keepReadingPosition(document);
showPreviews(document);
if (document.querySelector('[data-name-field]')) void loadOnce(names);
if (new URLSearchParams(location.search).has('hit')) void loadOnce(landing);
