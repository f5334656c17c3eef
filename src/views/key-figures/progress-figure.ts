/** How far a measure had come, as a key figure. */
import type { Entry } from '../../library/types.ts';
import type { PageContext } from '../passages/passage-view.ts';
import { hasProgress, statementViews } from '../progress/statements.ts';
import { href } from '../urls.ts';
import { UNSTATED } from '../wording/labels.ts';
import { plain, type KeyFigure } from './key-figure.ts';

/** 进展, in a library that speaks of progress at all: the state, with its date, or that nothing is said. */
export function progressFigure(context: PageContext, measure: Entry): KeyFigure[] {
  if (!hasProgress(context.library)) return [];
  const [latest] = statementViews(context, measure);
  if (latest)
    return [
      {
        label: '进展',
        parts: [{ text: latest.state, href: href(context.page, context.page, 'progress') }],
        source: `据${latest.date}的文件`,
      },
    ];
  return plain('进展', UNSTATED).map((figure) => ({ ...figure, unknown: true }));
}
