/** Writes the forms of the library beside its pages. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeFiles, type SiteFile } from '../content/write-files.ts';
import type { ValidLibrary } from '../content/read-library.ts';
import { reportProgress } from '../content/stages/stages.ts';
import { FORMS } from './all-forms.ts';
import type { Form } from './form.ts';
import { gzipText } from './gzip/gzip.ts';
import { mediaTypeOf } from './media-types.ts';
import { isWrittenAsGzip, writtenFiles } from './written-files.ts';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);

/** Said once a build: what is left out without a public address. */
const WITHOUT_ADDRESS =
  'library.yaml 没有写 address：不写 sitemap.xml、opensearch.xml、规范地址（canonical），og:image 等其余地址用相对的。';

/** One file of a form, while editing; of a text that is to be a gzip file, either. */
async function contentOf(
  form: Form,
  site: ValidLibrary,
  path: string,
): Promise<SiteFile[1] | undefined> {
  const plain = isWrittenAsGzip(form, site) ? path.replace(/\.gz$/u, '') : path;
  for await (const [name, content] of form.files(site, () => {}))
    if (name === plain) return path === plain ? content : gzipText(String(content));
  return undefined;
}

/** All files of a form that is made beside the pages. */
async function allOf(files: ReturnType<Form['files']>): Promise<SiteFile[]> {
  const all: SiteFile[] = [];
  for await (const file of files) all.push(file);
  return all;
}

/** @param current tells the library that is built */
export function forms(current: () => ValidLibrary): AstroIntegration {
  const early = new Map<Form, Promise<SiteFile[]>>();
  return {
    name: 'forms',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
          const form = FORMS.find((one) => one.makes(path));
          if (!form) return next();
          contentOf(form, current(), path)
            .then((content) => {
              if (content === undefined) return next();
              response.setHeader('content-type', mediaTypeOf(path));
              response.end(content);
            })
            .catch(next);
        });
      },
      'astro:build:start': ({ logger }) => {
        const say = (line: string): void => logger.warn(line);
        // One after another: they share the processors with the pages.
        let before: Promise<unknown> = Promise.resolve();
        const site = current();
        for (const form of FORMS) {
          if (!form.beside && !isWrittenAsGzip(form, site)) continue;
          const files = before.then(() => allOf(writtenFiles(form, site, say)));
          // A failure waits until the files are wanted.
          before = files.catch(() => {});
          early.set(form, files);
        }
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const site = current();
        if (!site.config.address) logger.warn(WITHOUT_ADDRESS);
        for (const form of FORMS) {
          const started = performance.now();
          const files =
            (await early.get(form)) ?? writtenFiles(form, site, (line) => logger.warn(line));
          early.delete(form);
          const { count, bytes } = await writeFiles(root, files, (written) =>
            reportProgress(`${form.name} ${written}`),
          );
          const seconds = ((performance.now() - started) / 1000).toFixed(2);
          logger.info(`${form.name}：${count} 个文件，${megabytes(bytes)} MB，${seconds} 秒`);
        }
      },
    },
  };
}
