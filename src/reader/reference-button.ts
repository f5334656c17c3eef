/** The button 更多格式 beside a citation, which shows the references for citation managers, and hides them again. */
import references from 'script:references';
import { loadOnce } from '../client-scripts/load-script.ts';
import { ASKED, type AskedReference } from './asked-reference.ts';

/** @param asked what the references are to */
export function referenceButton(asked: AskedReference): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = '更多格式';
  button.setAttribute('aria-label', `更多格式：${asked.place}`);
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', async () => {
    const shown = button.nextElementSibling;
    if (shown?.matches('.references')) shown.remove();
    else {
      await loadOnce(references);
      button.dispatchEvent(new CustomEvent(ASKED, { bubbles: true, detail: asked }));
    }
    button.setAttribute('aria-expanded', String(!shown?.matches('.references')));
  });
  return button;
}
