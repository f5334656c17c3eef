/** Names the stages of a build as Astro comes to them, and as each integration finishes the site. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { countPages } from './count-pages.ts';
import { beginStage, endStage, clearProgressLine, reportProgress } from './stages.ts';

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

/** The same logger, before whose warnings the line of the running stage gives way. */
const onOwnLine = (logger: AstroIntegrationLogger): AstroIntegrationLogger =>
  Object.assign(Object.create(logger) as AstroIntegrationLogger, {
    warn: (message: string) => {
      clearProgressLine();
      logger.warn(message);
    },
  });

function named(integration: AstroIntegration): AstroIntegration {
  const start = integration.hooks['astro:build:start'];
  const done = integration.hooks['astro:build:done'];
  const name = NAMES[integration.name];
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      ...(start && {
        'astro:build:start': (context) => start({ ...context, logger: onOwnLine(context.logger) }),
      }),
      ...(done && {
        'astro:build:done': async (context) => {
          if (name) beginStage(name);
          await done({ ...context, logger: onOwnLine(context.logger) });
        },
      }),
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
      'astro:build:start': () => {
        beginStage('生成网页');
        reportProgress(() => `${countPages(folder)} 页`);
      },
      'astro:build:generated': () => endStage(`${countPages(folder)} 页`),
    },
  };
}
