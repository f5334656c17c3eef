/** The site's build without its forms and data: what `npm run bench:forms` compares with. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import whole from '../../astro.config.mjs';

const LEFT_OUT = ['data', 'forms', 'data-sizes'];
const config = whole as AstroUserConfig;

export default {
  ...config,
  integrations: (config.integrations as AstroIntegration[]).filter(
    ({ name }) => !LEFT_OUT.includes(name),
  ),
  vite: {
    ...config.vite,
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
