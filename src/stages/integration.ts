/** Names the stages of a build as Astro comes to them, and as each integration finishes the site. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { countPages } from './count-pages.ts';
import { beginStage, endStage } from './stages.ts';

/** What each integration does when the pages are built; one without a name is too short for a line. */
const NAMES: Record<string, string> = {
  data: '写出数据',
  'search-index': '建立索引',
  archive: '离线与归档',
};

/**
 * @param integrations in their order
 * @returns the same integrations, each reporting what it does when a build is done, and before them the stages of Astro
 */
export function staged(integrations: AstroIntegration[]): AstroIntegration[] {
  return [astroStages(), ...integrations.map(named)];
}

function named(integration: AstroIntegration): AstroIntegration {
  const done = integration.hooks['astro:build:done'];
  const name = NAMES[integration.name];
  if (!done || !name) return integration;
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      'astro:build:done': async (context) => {
        beginStage(name);
        await done(context);
      },
    },
  };
}

function astroStages(): AstroIntegration {
  let folder = '';
  let building = false;
  return {
    name: 'stages',
    hooks: {
      'astro:config:setup': ({ command }) => {
        building = command === 'build';
        if (building) beginStage('读取内容');
      },
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
        if (building) beginStage('整理条目');
      },
      'astro:build:start': () => beginStage('生成网页', () => `${countPages(folder)} 页`),
      'astro:build:generated': () => endStage(`${countPages(folder)} 页`),
    },
  };
}
