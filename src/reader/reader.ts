/** On every page, after the text: copying, the keys that open search, the field that narrows a list, and the mark of the hit that led here. */
import landing from 'script:landing';
import names from 'script:names';
import { loadOnce } from '../client-scripts/load-script.ts';
import { offerCopying } from './copy.ts';
import { openSearch } from './open-search.ts';

offerCopying(document);
openSearch(document);
if (document.querySelector('[data-name-field]')) void loadOnce(names);
if (new URLSearchParams(location.search).has('hit')) void loadOnce(landing);
