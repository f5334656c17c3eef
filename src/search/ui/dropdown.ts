/** Results under a search field as a reader types: an ARIA combobox, its options links to the hits. */
import { searchPath } from '../../views/urls.ts';
import type { Answer, Search } from '../format/types.ts';
import { button, el, fill } from './elements.ts';
import { fromRoot } from './load-script.ts';
import { option, resultOption } from './result-view.ts';
import { writeState } from './search-state.ts';
import { listenToTyping } from './typing.ts';
import { UNSUPPORTED_SHORT, countOf, isUnsupported } from './wording.ts';

const OPTIONS_SHOWN = 6;
/** Characters of the query shown in the narrow list. */
const LONGEST = 20;

/** The options for an answer; without results, a line that says so, and the way to the nearest. */
function optionsFor(answer: Answer): HTMLElement[] {
  const { query, asked, total, results } = answer;
  const options: HTMLElement[] = [
    ...answer.direct.map((result) => resultOption(result, true)),
    ...results.map((result) => resultOption(result)),
  ];
  if (total === 0) options.push(el('p', 'option quiet', countOf(answer, LONGEST)));
  if (asked.length > 0) {
    const all = fromRoot(searchPath) + writeState({ query, filters: {}, sort: 'relevance' });
    options.push(option(all, 'option quiet', total > 0 ? `全部${total}页结果` : '看近似结果'));
  }
  return options;
}

let fields = 0;

/** Makes a field show results as a reader types. The field’s form holds the list. */
export function startDropdown(
  form: HTMLFormElement,
  input: HTMLInputElement,
  engine: Search,
): void {
  const id = `search-options-${++fields}`;
  const list = el('div', {
    id,
    class: 'search-options lifted parted',
    role: 'listbox',
    'aria-label': '搜索结果',
    hidden: true,
  });
  const status = el('p', { class: 'visually-hidden', role: 'status' });
  const attributes = {
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': id,
    'aria-autocomplete': 'list',
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  form.append(list, status);

  let asked = 0;
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  const active = () => list.querySelector<HTMLAnchorElement>('[aria-selected=true]');

  function close(): void {
    asked++;
    open();
  }

  function open(...content: HTMLElement[]): void {
    fill(list, ...content);
    options().forEach((option, at) => (option.id = `${id}-${at + 1}`));
    list.hidden = content.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
  }

  function select(option: HTMLElement | undefined): void {
    for (const one of options()) one.setAttribute('aria-selected', String(one === option));
    if (!option) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  async function search(): Promise<void> {
    const query = input.value;
    if (query.trim() === '') return close();
    const question = ++asked;
    try {
      const answer = await engine({ query, limit: OPTIONS_SHOWN });
      if (question !== asked) return;
      const about = countOf(answer, LONGEST);
      status.textContent = answer.total > 0 ? `${about}，用上下键选择` : about;
      open(...optionsFor(answer));
    } catch (error) {
      if (question !== asked) return;
      const isFinal = isUnsupported(error);
      status.textContent = isFinal ? UNSUPPORTED_SHORT : '搜索暂不可用';
      const mark = isFinal ? 'data-search-unsupported' : 'data-search-unavailable';
      const retry = !isFinal && button('重试', () => void search());
      open(
        el('p', { class: 'option quiet', [mark]: true }, status.textContent, retry && ' ', retry),
      );
    }
  }
  /** What every search needs is on its way before the first key. */
  const prepare = () => void engine({ query: '' }).catch(() => undefined);

  const keys = listenToTyping(input, () => void search());

  input.addEventListener('keydown', (event) => {
    if (keys.composing(event)) return;
    const all = options();
    const at = all.indexOf(active()!);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) return void search();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are options: the field itself.
      const next = (at + 1 + step + all.length + 1) % (all.length + 1);
      select(all[next - 1]);
    } else if (event.key === 'Enter' && active()) {
      event.preventDefault();
      active()!.click();
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      keys.cancel();
      close();
    }
  });
  form.addEventListener('submit', (event) => {
    if (keys.composing() || input.value.trim() === '') event.preventDefault();
  });
  input.addEventListener('focus', prepare);
  // A press on an option must not take the focus from the field before the click arrives.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!form.contains(relatedTarget as Node | null)) close();
  });
  if (document.activeElement === input) void (input.value === '' ? prepare() : search());
}
