/** On every page, after the text: copying, the keys that open search, and the mark of the hit that led here. */
import landing from 'script:landing';
import { loadOnce } from '../client-scripts/load-script.ts';
import { carryWords } from './carry-words.ts';
import { offerCopying } from './copy.ts';
import { openPreferences } from './open-preferences.ts';
import { openSearch } from './open-search.ts';
import { keepReadingPosition } from './reading-position.ts';

offerCopying(document);
openSearch(document);
openPreferences(document);
carryWords(document);
keepReadingPosition(document);
if (new URLSearchParams(location.search).has('hit')) void loadOnce(landing);
