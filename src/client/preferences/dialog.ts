/** 阅读设置: the dialog in which a reader chooses, and which lists the keys. Loaded when it is first asked for. */
import {
  applyPreferences,
  SCHEMES,
  storedPreferences,
  storePreferences,
  TEXT_SIZES,
  type Preferences,
} from './preferences.ts';

const TEXT_LABELS = { standard: '标准', large: '大', larger: '特大' };
const SCHEME_LABELS = { system: '随系统', light: '浅色', dark: '深色' };

const KEYS: [keys: string[], what: string][] = [
  [['/', 'Ctrl+K'], '搜索全文；在结果中用上下方向键选择，Enter 打开'],
  [['Tab', 'Shift+Tab'], '依次走到下一个、上一个链接或按钮'],
  [
    ['Enter'],
    '打开链接；在段号上，显示这一段的链接、引文和其他引文格式；在校注的标记上，展开或收起',
  ],
  [['Esc'], '关闭预览、搜索结果和本窗口'],
  [['?'], '打开本窗口'],
];

/** An element with attributes and children. */
function make(
  name: string,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A group of choices of which one holds. */
function choices<Name extends 'text' | 'scheme'>(
  legend: string,
  name: Name,
  values: readonly Preferences[Name][],
  labels: Record<Preferences[Name], string>,
): HTMLElement {
  const current = storedPreferences()[name];
  const options = values.map((value) => {
    const input = make('input', { type: 'radio', name, value }) as HTMLInputElement;
    input.checked = value === current;
    return make('label', {}, input, labels[value]);
  });
  return make('fieldset', { class: 'row' }, make('legend', {}, legend), ...options);
}

function singleKeyChoice(): HTMLElement {
  const input = make('input', { type: 'checkbox', name: 'singleKeys' }) as HTMLInputElement;
  input.checked = storedPreferences().singleKeys;
  return make('label', {}, input, '单键快捷键（/ 和 ?）');
}

function keyList(): HTMLElement {
  const rows = KEYS.map(([keys, what]) => {
    const names = keys.flatMap((key, i) => [
      ...(i ? ['、'] : []),
      make('kbd', { class: 'quiet' }, key),
    ]);
    return make('div', {}, make('dt', {}, ...names), make('dd', {}, what));
  });
  return make('dl', { class: 'keys ruled' }, ...rows);
}

function build(): HTMLDialogElement {
  const form = make(
    'form',
    { method: 'dialog' },
    make('h2', { id: 'preferences-title' }, '阅读设置'),
    choices('字号', 'text', TEXT_SIZES, TEXT_LABELS),
    choices('明暗', 'scheme', SCHEMES, SCHEME_LABELS),
    make('h2', {}, '键盘'),
    keyList(),
    singleKeyChoice(),
    make('p', { class: 'quiet' }, '设置只存在这台设备上。'),
    make('button', { class: 'button' }, '完成'),
  ) as HTMLFormElement;
  form.addEventListener('change', () => {
    const chosen = new FormData(form);
    const preferences: Preferences = {
      text: chosen.get('text') as Preferences['text'],
      scheme: chosen.get('scheme') as Preferences['scheme'],
      singleKeys: chosen.has('singleKeys'),
    };
    applyPreferences(preferences);
    storePreferences(preferences);
  });
  return make(
    'dialog',
    {
      class: 'preferences lifted',
      'aria-labelledby': 'preferences-title',
      closedby: 'any',
      'data-editorial': '',
    },
    form,
  ) as HTMLDialogElement;
}

const dialog = build();
const opener = document.querySelector<HTMLElement>('[data-preferences]')!;
const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = opener.dataset['preferences']!;
const show = (): void => dialog.showModal();
// Without its style the dialog is shown all the same.
const styled = new Promise((resolve) => {
  style.onload = style.onerror = resolve;
});
document.head.append(style);
document.body.append(dialog);
document.addEventListener('library:preferences', () => void styled.then(show));
