/** The script of search in a page: the search page, and the fields on all others. Loaded when asked for. */
import script from 'script:engine';
import { INDEX_FOLDER } from '../format/index-files.ts';
import { startDropdown } from './dropdown.ts';
import { fromRoot } from './load-script.ts';
import { startSearchPage } from './search-page.ts';
import { searchEngine } from './start-engine.ts';

const search = searchEngine(fromRoot(script), fromRoot(`${INDEX_FOLDER}/`));
const page = document.querySelector<HTMLElement>('[data-search-page]');
if (page) startSearchPage(page, search);
for (const form of document.querySelectorAll<HTMLFormElement>('[data-search-form]')) {
  const input = form.querySelector<HTMLInputElement>('[data-search-input]');
  if (input && !page?.contains(form)) startDropdown(form, input, search);
}
