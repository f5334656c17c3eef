/** Amounts as the text words them: 突破15000亿元, 400余家, 最高1000万元. */
import type { Award, Target } from '../../library/types.ts';

/** A target's amount with the text's own word for its bound. */
export function targetAmount({ amount, unit, bound }: Target): string {
  if (!bound) return `${amount}${unit}`;
  if (bound.startsWith('余')) return `${amount}${bound}${unit}`;
  return /^(以上|左右|以下|以内)$/.test(bound)
    ? `${amount}${unit}${bound}`
    : `${bound}${amount}${unit}`;
}

/** An award's amount; a ceiling says 最高. */
export const awardAmount = ({ amount, unit, ceiling }: Award): string =>
  `${ceiling ? '最高' : ''}${amount}${unit}`;

/** The amount of an award or a target. */
export const amountText = (figure: Award | Target): string =>
  'ceiling' in figure || 'condition' in figure
    ? awardAmount(figure)
    : targetAmount(figure as Target);
