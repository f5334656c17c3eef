/** On a long list: typing narrows it to the names that hold what is typed. */
import { fold } from '../../search/format/normalise.ts';
import { listenToTyping } from '../../search/ui/typing.ts';

const form = document.querySelector<HTMLFormElement>('[data-name-field]')!;
const field = form.querySelector<HTMLInputElement>('[name="q"]')!;
const status = form.querySelector<HTMLElement>('[data-name-status]')!;
const items = [...document.querySelectorAll<HTMLElement>('[data-names] > li')].map((element) => ({
  element,
  name: fold(element.querySelector('a')!.textContent ?? '').text,
}));
const groups = [...document.querySelectorAll<HTMLElement>('.list-group')];
const index = document.querySelector<HTMLElement>('.group-nav');

function narrow(): void {
  const words = field.value.split(/\s+/u).flatMap((word) => fold(word).text || []);
  let shown = 0;
  for (const { element, name } of items) {
    element.hidden = !words.every((word) => name.includes(word));
    if (!element.hidden) shown += 1;
  }
  for (const group of groups) group.hidden = !group.querySelector('li:not([hidden])');
  if (index) index.hidden = words.length > 0;
  status.textContent =
    words.length === 0
      ? ''
      : shown > 0
        ? `有${shown}个名称符合。`
        : '这里没有这样的名称；按回车可搜索全文。';
}

const typing = listenToTyping(field, narrow);
form.addEventListener('submit', (event) => {
  if (typing.composing()) event.preventDefault();
});
// A browser that comes back to the page may have kept what was typed.
if (field.value) narrow();
