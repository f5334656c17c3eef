/** On every page, after the text: what a reader may do with it beyond reading. What few pages need is loaded there alone. */
import documentPage from 'script:document';
import hits from 'script:hits';
import { loadOnce } from '../../search/ui/load-script.ts';
import { offerCopying } from './copy.ts';
import { openPreferences, openSearch } from './shortcuts.ts';

/**
 * A link to the place that proves something has the words that it proves it by (`data-proof`), and carries them to the
 * page it leads to, which marks them. In its address from the start they would make every page longer: they are put
 * there when a reader points at it or goes to it by key.
 */
function carry({ target }: Event): void {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[data-proof]');
  if (!link) return;
  const address = new URL(link.href);
  address.searchParams.set('hit', link.dataset['proof']!);
  link.href = address.href;
}

offerCopying(document);
openSearch(document);
openPreferences(document);
document.addEventListener('pointerdown', carry, { passive: true });
document.addEventListener('focusin', carry);
if (document.querySelector('[data-citation]')) void loadOnce(documentPage);
if (new URLSearchParams(location.search).has('hit')) void loadOnce(hits);
