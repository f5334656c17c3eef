/** 阅读设置: the dialog in which a reader chooses, and which lists the keys. Loaded when it is first asked for. */
import {
  applyPreferences,
  CHOICES,
  preferencesFrom,
  storedPreferences,
  storePreferences,
} from './preferences.ts';

const now = storedPreferences();

/** A group of choices of which one holds. */
function choices(name: 'text' | 'scheme', legend: string, labels: string[]): string {
  const options = CHOICES[name].map((value, i) => {
    const checked = value === now[name] ? 'checked' : '';
    return `<label><input type="radio" name="${name}" value="${value}" ${checked}>${labels[i]}</label>`;
  });
  return `<fieldset class="row"><legend>${legend}</legend>${options.join('')}</fieldset>`;
}

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
const keyRows = KEYS.map(([keys, what]) => {
  const names = keys.map((key) => `<kbd class="quiet">${key}</kbd>`).join('、');
  return `<div><dt>${names}</dt><dd>${what}</dd></div>`;
});

const dialog = document.createElement('dialog');
dialog.className = 'preferences lifted';
dialog.setAttribute('aria-labelledby', 'preferences-title');
dialog.setAttribute('closedby', 'any');
dialog.dataset['editorial'] = '';
dialog.innerHTML = `<form method="dialog">
<h2 id="preferences-title">阅读设置</h2>
${choices('text', '字号', ['标准', '大', '特大'])}
${choices('scheme', '明暗', ['随系统', '浅色', '深色'])}
<h2>键盘</h2>
<dl class="keys ruled">${keyRows.join('')}</dl>
<label><input type="checkbox" name="singleKeys" ${now.singleKeys === 'on' ? 'checked' : ''}>单键快捷键（/ 和 ?）</label>
<p class="quiet">设置只存在这台设备上。</p>
<button class="button">完成</button>
</form>`;
const form = dialog.querySelector('form')!;
form.addEventListener('change', () => {
  // A box that is not ticked is not among them.
  const chosen = { singleKeys: 'off', ...Object.fromEntries(new FormData(form)) };
  const preferences = preferencesFrom(chosen);
  applyPreferences(preferences);
  storePreferences(preferences);
});

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = document.querySelector<HTMLElement>('[data-preferences]')!.dataset['preferences']!;
// Without its style the dialog is shown all the same.
const styled = new Promise((resolve) => {
  style.onload = style.onerror = resolve;
});
document.head.append(style);
document.body.append(dialog);
document.addEventListener('library:preferences', () => void styled.then(() => dialog.showModal()));
