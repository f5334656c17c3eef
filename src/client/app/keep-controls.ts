/** The page 离线: how much of the library this device keeps, and the buttons to keep, stop and remove it. */
import { buttonsFor, describeStatus, whyNot } from './keep-wording.ts';
import { ask, isPreview, keepOn, type Choice, type KeepStatus } from './protocol.ts';

const section = document.querySelector<HTMLElement>('[data-keep]')!;
const said = section.querySelector<HTMLElement>('[data-keep-status]')!;
const progress = section.querySelector('progress')!;
const buttons = [...section.querySelectorAll<HTMLButtonElement>('button[data-keep-action]')];
const choiceOf = (button: HTMLButtonElement): Choice => button.dataset['keepAction'] as Choice;

function draw(now: KeepStatus): void {
  said.textContent = describeStatus(now);
  progress.hidden = now.whole || !['keep', 'stop'].includes(now.choice ?? '');
  progress.max = now.bytes;
  progress.value = now.keptBytes;
  const shown = buttonsFor(now);
  const focused = document.activeElement;
  for (const button of buttons) {
    const words = shown[choiceOf(button)];
    button.hidden = words === undefined;
    button.textContent = words ?? '';
  }
  // A button that was just pressed and is gone hands the keyboard to the one that took its place.
  if (focused instanceof HTMLButtonElement && focused.hidden)
    buttons.find(({ hidden }) => !hidden)?.focus();
}

async function choose(choice: Choice): Promise<void> {
  draw(await ask(choice));
  if (choice === 'keep') await keepOn(draw);
}

function unanswered(): void {
  said.textContent = '这一刻问不到浏览器存了多少。请重新打开本页。';
}

const reason = whyNot(
  location.protocol,
  'serviceWorker' in navigator,
  isPreview(location.hostname),
);
if (reason) said.textContent = reason;
else {
  for (const button of buttons)
    button.addEventListener('click', () => void choose(choiceOf(button)).catch(unanswered));
  const workers = navigator.serviceWorker;
  const look = (): void => void keepOn(draw).catch(unanswered);
  if (workers.controller) look();
  else workers.addEventListener('controllerchange', look, { once: true });
  if (new URLSearchParams(location.search).has('missing'))
    section.querySelector<HTMLElement>('[data-keep-missing]')!.hidden = false;
}
