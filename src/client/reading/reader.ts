/** On every page, after the text: what a reader may do with it beyond reading. What few pages need is loaded there alone. */
import documentPage from 'script:document';
import hits from 'script:hits';
import names from 'script:names';
import { loadOnce } from '../../search/ui/load-script.ts';
import { offerCopying } from './copy.ts';
import { addHighlightParameter } from './highlight-parameter.ts';
import { openPreferences, openSearch } from './shortcuts.ts';

offerCopying(document);
openSearch(document);
openPreferences(document);
addHighlightParameter(document);
if (document.querySelector('[data-citation]')) void loadOnce(documentPage);
if (document.querySelector('[data-name-field]')) void loadOnce(names);
if (new URLSearchParams(location.search).has('hit')) void loadOnce(hits);
