/** The page 离线: how much of the library this device keeps, and the buttons to keep, stop and remove it. */
import { keepOn, ask, PROGRESS, stopKeeping } from './keep-library.ts';
import { isPreview, type KeepStatus } from './protocol.ts';
import { buttonsFor, describeStatus, whyNot } from './keep-wording.ts';

const section = document.querySelector<HTMLElement>('[data-keep]');
if (section) void show(section);

async function show(section: HTMLElement): Promise<void> {
  const status = section.querySelector<HTMLElement>('[data-keep-status]')!;
  const progress = section.querySelector('progress')!;
  const buttons = [...section.querySelectorAll<HTMLButtonElement>('button[data-keep-action]')];

  const draw = (now: KeepStatus): void => {
    status.textContent = describeStatus(now);
    progress.hidden = now.whole || !['keep', 'stopped'].includes(now.choice);
    progress.max = now.bytes;
    progress.value = now.keptBytes;
    const shown = buttonsFor(now);
    const focused = document.activeElement;
    for (const button of buttons) {
      const action = button.dataset['keepAction'] as keyof typeof shown;
      button.hidden = shown[action] === undefined;
      button.textContent = shown[action] ?? '';
    }
    // A button that was just pressed and is gone hands the keyboard to the one that took its place.
    if (focused instanceof HTMLButtonElement && focused.hidden)
      buttons.find(({ hidden }) => !hidden)?.focus();
  };

  const reason = whyNot(
    location.protocol,
    'serviceWorker' in navigator,
    isPreview(location.hostname),
  );
  if (reason) return void (status.textContent = reason);
  const actions = { start, stop, remove };
  function start(): void {
    ask('keep-start').then(draw).then(keepOn).catch(unanswered);
  }
  function stop(): void {
    stopKeeping('keep-stop').then(draw, unanswered);
  }
  function remove(): void {
    stopKeeping('keep-remove').then(draw, unanswered);
  }
  function unanswered(): void {
    status.textContent = '这一刻问不到浏览器存了多少。请重新打开本页。';
  }
  for (const button of buttons)
    button.addEventListener('click', () =>
      actions[button.dataset['keepAction'] as keyof typeof actions](),
    );
  document.addEventListener(PROGRESS, (event) => draw((event as CustomEvent<KeepStatus>).detail));
  addEventListener('online', () => {
    ask('keep-choice')
      .then(({ choice, whole }) => (choice === 'keep' && !whole ? keepOn() : undefined))
      .catch(() => {});
  });

  const workers = navigator.serviceWorker;
  const look = (): void => void ask('keep-status').then(draw, unanswered);
  if (workers.controller) look();
  else workers.addEventListener('controllerchange', look, { once: true });
  if (new URLSearchParams(location.search).has('missing'))
    section.querySelector<HTMLElement>('[data-keep-missing]')!.hidden = false;
}
