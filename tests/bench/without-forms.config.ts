/** The site's build without its forms and data: what `npm run bench:forms` compares with. */
import { fileURLToPath } from 'node:url';
import type { AstroUserConfig } from 'astro';
import whole from '../../astro.config.mjs';

/** The endpoints that write them, with no address left. */
const NO_ENDPOINT =
  'export const getStaticPaths = () => []; export const GET = () => new Response();';
const config = whole as AstroUserConfig;

export default {
  ...config,
  vite: {
    ...config.vite,
    plugins: [
      {
        name: 'without-forms',
        enforce: 'pre',
        load: (id: string) => (/\/pages\/.*file\]\.ts|\[form\]\.ts/u.test(id) ? NO_ENDPOINT : null),
      },
    ],
    resolve: {
      alias: [
        {
          find: /^.*\/(?:MachineHead|OtherForms)\.astro$/u,
          replacement: fileURLToPath(new URL('./Nothing.astro', import.meta.url)),
        },
      ],
    },
  },
};
