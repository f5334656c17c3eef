/** The script of search in a page: the search page, and the fields on all others. Loaded when asked for. */
import { startDropdown } from './dropdown.ts';
import { startSearchPage } from './search-page.ts';

const page = document.querySelector<HTMLElement>('[data-search-page]');
if (page) startSearchPage(page);
for (const form of document.querySelectorAll<HTMLFormElement>('[data-search-form]')) {
  const input = form.querySelector<HTMLInputElement>('[data-search-input]');
  if (input && !page?.contains(form)) startDropdown(form, input);
}
