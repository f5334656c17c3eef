/** What the button 更多格式 says to the script that it loads (`references.ts`), which puts the references behind it. */

/** The name of the event that tells it. */
export const ASKED = 'references-asked';

export interface AskedReference {
  /** 第3段, or 全文 */
  place: string;
  /** Its anchor; empty for the whole document. */
  id: string;
  /** By GB/T 7714. */
  citation: string;
}
