/** The benchmark's result in words: tables for docs/scale.md, from what a run measured. */
import type { Report, Run, SideRun } from './run.ts';

type Row = [label: string, value: (side: SideRun, run: Run) => string];

const seconds = (value: number | null): string => (value === null ? 'n. a.' : value.toFixed(1));
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const gigabytes = (bytes: number | null): string =>
  bytes === null ? 'n. a.' : (bytes / 1e9).toFixed(2);
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);
const spread = (
  { median, p95, largest }: { median: number; p95: number; largest: number },
  format: (value: number) => string,
): string => [median, p95, largest].map(format).join(' / ');

const ROWS: Row[] = [
  ['build with search, s', (side) => seconds(side.seconds)],
  ['processor time, s', (side) => seconds(side.cpuSeconds)],
  ['peak memory of all processes, GB', (side) => gigabytes(side.peakBytes)],
  ['site without the zip, MB', (side) => megabytes(side.sizes.site)],
  ['— its pages, MB', (side) => megabytes(side.sizes.pages)],
  ['— its search index, MB', (side) => megabytes(side.sizes.index)],
  ['— its data, MB', (side) => megabytes(side.sizes.data)],
  ['— its forms, MB', (side) => megabytes(side.sizes.forms)],
  [
    'site without the zip and the forms, MB',
    (side) => megabytes(side.sizes.site - side.sizes.forms),
  ],
  ['zip, MB', (side) => megabytes(side.sizes.zip)],
  [
    'page of a text, gzipped, median / p95 / largest, KB',
    (side) => spread(side.sizes.text, kilobytes),
  ],
  ['— its source alone, KB', (_side, run) => spread(run.source, kilobytes)],
  [
    'other pages, gzipped, median / p95 / largest, KB',
    (side) => spread(side.sizes.other, kilobytes),
  ],
  [
    'cold search, bytes of index, median / p95 / largest, KB',
    ({ search }) => (search ? spread(search.indexBytes, kilobytes) : '–'),
  ],
  ['— all bytes, KB', ({ search }) => (search ? spread(search.allBytes, kilobytes) : '–')],
  [
    '— time to ten results, median / p95 / largest, ms',
    ({ search }) => (search ? spread(search.milliseconds, (ms) => ms.toFixed(0)) : '–'),
  ],
  [
    'all of the first ten hold the string',
    ({ search }) => (search ? `${search.firstTenRight} of ${search.questions}` : '–'),
  ],
  ['precision of the first ten', ({ search }) => (search ? search.precision.toFixed(3) : '–')],
  [
    'recall',
    ({ search }) => (search ? `${search.recall.toFixed(3)} (${search.recalled} questions)` : '–'),
  ],
];

const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

/** How much grows with the number of texts: n to the power of this. */
const GROWING: [label: string, value: (side: SideRun) => number | null][] = [
  ['build with search', (side) => side.seconds],
  ['processor time', (side) => side.cpuSeconds],
  ['peak memory', (side) => side.peakBytes],
  ['site without the zip', (side) => side.sizes.site],
  ['search index', (side) => side.sizes.index],
  ['cold search, bytes of index, median', ({ search }) => search?.indexBytes.median ?? null],
  ['cold search, time, median', ({ search }) => search?.milliseconds.median ?? null],
];

function growth(first: Run, last: Run): string[][] {
  const times = last.size / first.size;
  return GROWING.map(([label, value]) => [
    label,
    ...(['ours', 'plain'] as const).flatMap((side) => {
      const [before, after] = [value(first[side]), value(last[side])];
      if (!before || !after) return ['n. a.', 'n. a.'];
      const ratio = after / before;
      return [`× ${ratio.toFixed(1)}`, (Math.log(ratio) / Math.log(times)).toFixed(2)];
    }),
  ]);
}

/** The report as Markdown. */
export function inMarkdown({ machine, hugo, runs }: Report): string {
  const sides = ({ ours, plain, hugo }: Run): [name: string, side: SideRun][] => [
    ['library', ours],
    ['plain', plain],
    ...(hugo ? [['Hugo', hugo] as [string, SideRun]] : []),
  ];
  const head = runs.flatMap((run) => sides(run).map(([name]) => `${run.size}: ${name}`));
  const parts = [
    `${machine.cores} cores, ${gigabytes(machine.memory)} GB, ${machine.platform}, Node ${machine.node}. ` +
      runs
        .map(
          ({ size, characters, repeated }) =>
            `${size} texts: ${(characters / 1e6).toFixed(1)} million characters${repeated > 0 ? `, ${repeated} of them changed repetitions` : ''}`,
        )
        .join('; ') +
      '. “Plain”: Astro with unified, one page a text and a list, and stock Pagefind. ' +
      (hugo ? `“Hugo”: the same in Hugo ${hugo}.` : 'Hugo was not installed: it has no column.'),
    table(
      ['', ...head],
      ROWS.map(([label, value]) => [
        label,
        ...runs.flatMap((run) => sides(run).map(([, side]) => value(side, run))),
      ]),
    ),
    'Stages, as the builds tell them, in seconds:',
    runs
      .flatMap((run) =>
        sides(run).map(
          ([name, side]) =>
            `- ${run.size}, ${name}: ${side.stages.map((stage) => `${stage.name} ${stage.seconds.toFixed(1)}`).join('; ')}`,
        ),
      )
      .join('\n'),
  ];
  const [first, last] = [runs[0], runs.at(-1)];
  if (first && last && last.size > first.size)
    parts.push(
      `From ${first.size} to ${last.size} texts (× ${(last.size / first.size).toFixed(1)}), how much more, and the exponent (1 is linear):`,
      table(['', 'library', 'exponent', 'plain', 'exponent'], growth(first, last)),
    );
  return parts.join('\n\n');
}
