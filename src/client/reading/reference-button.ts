/** The button 更多格式 beside a citation, which shows the references for citation managers, and hides them again. */
import references from 'script:references';
import { loadOnce } from '../../search/ui/load-script.ts';
import { ASKED, type AskedReference } from './asked-reference.ts';
import { namedButton } from './copy-button.ts';

/** @param asked what the references are to */
export function referenceButton(asked: AskedReference): HTMLButtonElement {
  const button = namedButton('更多格式', asked.place);
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', async () => {
    const next = button.nextElementSibling;
    const shown = next?.matches('.references') ? next : null;
    if (shown) shown.remove();
    else {
      await loadOnce(references);
      button.dispatchEvent(new CustomEvent(ASKED, { bubbles: true, detail: asked }));
    }
    button.setAttribute('aria-expanded', String(!shown));
  });
  return button;
}
