/** 阅读设置: the dialog in which a reader chooses, and which lists the keys. Loaded when it is first asked for. */
import { applyPreferences, KEY, preferencesFrom, storedPreferences } from './preferences.ts';

const dialog = document.createElement('dialog');
dialog.className = 'preferences lifted';
dialog.setAttribute('aria-labelledby', 'preferences-title');
dialog.setAttribute('closedby', 'any');
dialog.dataset['editorial'] = '';
dialog.innerHTML = `<form method="dialog">
<h2 id="preferences-title">阅读设置</h2>
<fieldset class="row"><legend>字号</legend>
<label><input type="radio" name="text" value="standard">标准</label>
<label><input type="radio" name="text" value="large">大</label>
<label><input type="radio" name="text" value="larger">特大</label></fieldset>
<fieldset class="row"><legend>明暗</legend>
<label><input type="radio" name="scheme" value="system">随系统</label>
<label><input type="radio" name="scheme" value="light">浅色</label>
<label><input type="radio" name="scheme" value="dark">深色</label></fieldset>
<h2>键盘</h2>
<dl class="keys ruled">
<div><dt><kbd class="quiet">/</kbd>、<kbd class="quiet">Ctrl+K</kbd></dt><dd>搜索全文；在结果中用上下方向键选择，Enter 打开</dd></div>
<div><dt><kbd class="quiet">Tab</kbd>、<kbd class="quiet">Shift+Tab</kbd></dt><dd>依次走到下一个、上一个链接或按钮</dd></div>
<div><dt><kbd class="quiet">Enter</kbd></dt><dd>打开链接；在段号上，显示这一段的链接和引文；在校注的标记上，展开或收起</dd></div>
<div><dt><kbd class="quiet">Esc</kbd></dt><dd>关闭预览、搜索结果和本窗口</dd></div>
<div><dt><kbd class="quiet">?</kbd></dt><dd>打开本窗口</dd></div>
</dl>
<label><input type="checkbox" name="singleKeys" value="on">单键快捷键（/ 和 ?）</label>
<p class="quiet">设置只存在这台设备上。</p>
<button class="button">完成</button>
</form>`;
const form = dialog.querySelector('form')!;
for (const value of Object.values(storedPreferences()))
  form.querySelector(`[value="${value}"]`)?.setAttribute('checked', '');
form.addEventListener('change', () => {
  // A box that is not ticked is not among them.
  const chosen = { singleKeys: 'off', ...Object.fromEntries(new FormData(form)) };
  const preferences = preferencesFrom(chosen);
  applyPreferences(preferences);
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Where the browser refuses storage they hold for this page alone.
  }
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
