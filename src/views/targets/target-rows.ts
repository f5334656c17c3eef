/** 目标: an entry's targets, each with the passage it comes from. */
import type { Entry } from '../../library/types.ts';
import { targetAmount } from '../wording/amounts.ts';
import { quotationView, type PageContext, type PassageView } from '../passages/passage-view.ts';

export interface TargetRow {
  name: string;
  amount: string;
  /** 2022年 */
  by?: string;
  /** The text says that it was reached. */
  progress: boolean;
  passage: PassageView;
}

/** An entry's targets, those to be reached before those already reached. */
export const targetRows = (context: PageContext, entry: Entry): TargetRow[] =>
  entry.targets
    .map((target) => ({
      name: target.name,
      amount: targetAmount(target),
      by: target.by ? `${target.by}年` : undefined,
      progress: target.progress ?? false,
      passage: quotationView(context, target),
    }))
    .toSorted((a, b) => Number(a.progress) - Number(b.progress));
