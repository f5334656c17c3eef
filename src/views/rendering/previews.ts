/** The preview of a link's page: title, kind and one sentence, shown by style while its link is pointed at. */
import type { Entry } from '../../library/types.ts';
import { dateLabel } from '../wording/figures.ts';
import { knownField } from '../known-fields.ts';
import { collectionLabels } from '../wording/labels.ts';
import { APPARATUS, element, escapeText } from './html.ts';

/** @returns the preview, which stands right after its link */
export function previewOf(entry: Entry): string {
  const facts = [knownField(entry, 'number')?.text, dateLabel(entry)].filter(Boolean).join('·');
  const kind = element('i', {}, escapeText(collectionLabels[entry.collection]));
  const meta = element('span', { class: 'preview-meta' }, kind + escapeText(facts && ` ${facts}`));
  const [sentence] = /^[^。]+。?/u.exec(entry.summary ?? '') ?? [];
  const summary = sentence ? element('span', {}, escapeText(sentence)) : '';
  const title = element('b', {}, escapeText(entry.title));
  return element('span', { class: 'preview', ...APPARATUS }, title + meta + summary);
}
