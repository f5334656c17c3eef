/** One size of the benchmark: the same texts built by this library and by plain Astro, and searched in both. */
import { join } from 'node:path';
import { searchSite, type Searched, type SideName } from './cold-search.ts';
import { sourceOf, takeTexts, writeContent, type Text } from './corpus.ts';
import {
  hugoBuild,
  hugoVersion,
  plainBuild,
  STOCK_INDEX,
  stockIndex,
  writeHugoSite,
  writePlainSite,
} from './plain-site.ts';
import { watch, type Command, type Watched } from './process-tree.ts';
import { drawQuestions, type Question } from './questions.ts';
import { scratchFolder } from './scratch-folder.ts';
import { compressed, sizesOf, spreadOf, type Sizes, type Spread } from './sizes.ts';
import { stagesOf, type Stage } from './stages.ts';

export interface SideRun {
  seconds: number;
  cpuSeconds: number | null;
  peakBytes: number | null;
  stages: Stage[];
  sizes: Sizes;
  search?: Searched;
}

export interface Run {
  size: number;
  characters: number;
  /** Texts that are changed repetitions of others. */
  repeated: number;
  /** The sources of the texts, each compressed. */
  source: Spread;
  ours: SideRun;
  plain: SideRun;
  /** Not measured where Hugo is not installed. Its index is the same Pagefind's, and is not asked. */
  hugo?: SideRun;
}

export interface Report {
  /** Of Hugo, where it is installed. */
  hugo?: string;
  machine: { cores: number; memory: number; platform: string; node: string };
  runs: Run[];
}

export interface Limits {
  /** A build that takes longer is stopped. */
  buildSeconds: number;
  questions: number;
}

const ourBuild = (content: string, site: string, timings: string): Command => ({
  name: 'The build of this library',
  args: ['src/commands/build.ts'],
  cwd: process.cwd(),
  env: { CONTENT_DIR: content, OUT_DIR: site, BUILD_TIMINGS: timings },
});

/** Commands that follow one another, as one. */
function together(parts: Watched[]): Omit<SideRun, 'stages' | 'sizes' | 'search'> {
  const sum = (values: (number | null)[]): number | null =>
    values.reduce<number | null>(
      (all, one) => (all === null || one === null ? null : all + one),
      0,
    );
  return {
    seconds: sum(parts.map((part) => part.seconds))!,
    cpuSeconds: sum(parts.map((part) => part.cpuSeconds)),
    peakBytes: parts.some(({ peakBytes }) => peakBytes === null)
      ? null
      : Math.max(...parts.map(({ peakBytes }) => peakBytes!)),
  };
}

/**
 * Builds `size` texts on all sides and searches them, in a folder that is removed when the whole benchmark ends.
 * @throws Error when a build fails or takes too long
 */
export async function runSize(
  all: Omit<Text, 'id'>[],
  size: number,
  limits: Limits,
  say: (what: string) => void,
): Promise<Run> {
  const folder = scratchFolder('bench-');
  const content = join(folder, 'content');
  const [ours, plain, timings] = [
    join(folder, 'ours'),
    join(folder, 'plain'),
    join(folder, 'timings.json'),
  ];
  const corpus = takeTexts(all, size);
  writeContent(corpus, content);
  writePlainSite(plain, content);
  const pages = new Set(corpus.texts.map(({ id }) => `policies/${id}.html`));
  const questions = drawQuestions(corpus.texts, limits.questions);
  const search = async (site: string, side: SideName, asked: Question[]) => {
    if (asked.length === 0) return undefined;
    say(`${size} texts: ${asked.length} cold questions, ${side} …`);
    return searchSite(site, side, asked);
  };

  say(`${size} texts: building the library …`);
  const built = await watch(ourBuild(content, ours, timings), limits.buildSeconds);
  say(`${size} texts: ${built.seconds.toFixed(1)} s; plain Astro …`);
  const astro = await watch(plainBuild(plain), limits.buildSeconds);
  const pagefind = await watch(stockIndex(plain), limits.buildSeconds);
  say(`${size} texts: ${(astro.seconds + pagefind.seconds).toFixed(1)} s`);
  const hugo = await hugoSide(join(folder, 'hugo'), content, pages, limits, say);
  say(`${size} texts: measuring pages …`);
  const dist = join(plain, 'dist');
  return {
    size,
    characters: corpus.characters,
    repeated: corpus.repeated,
    source: spreadOf(corpus.texts.map((text) => compressed(sourceOf(text)))),
    ours: {
      ...together([built]),
      stages: stagesOf(built.output, timings),
      sizes: sizesOf(ours, pages, 'pagefind'),
      search: await search(ours, 'ours', questions),
    },
    plain: {
      ...together([astro, pagefind]),
      stages: [
        { name: 'Astro', seconds: astro.seconds },
        { name: 'Pagefind', seconds: pagefind.seconds },
      ],
      sizes: sizesOf(dist, pages, STOCK_INDEX),
      search: await search(dist, 'stock', questions),
    },
    ...(hugo && { hugo }),
  };
}

/** Hugo with stock Pagefind on the same texts, where Hugo is installed. */
async function hugoSide(
  folder: string,
  content: string,
  pages: Set<string>,
  { buildSeconds }: Limits,
  say: (what: string) => void,
): Promise<SideRun | undefined> {
  const version = hugoVersion();
  if (version === undefined) {
    say('Hugo is not installed here: its column is left out (Debian: apt install hugo).');
    return undefined;
  }
  writeHugoSite(folder, content);
  say(`Hugo ${version} …`);
  const built = await watch(hugoBuild(folder), buildSeconds);
  const pagefind = await watch(stockIndex(folder), buildSeconds);
  return {
    ...together([built, pagefind]),
    stages: [
      { name: 'Hugo', seconds: built.seconds },
      { name: 'Pagefind', seconds: pagefind.seconds },
    ],
    sizes: sizesOf(join(folder, 'dist'), pages, STOCK_INDEX),
  };
}
