/** `manifest.webmanifest`: what a browser installs. Every address is relative, so any folder will do. */
import type { LibraryConfig } from '../../content/schemas/library.ts';

export const WEB_MANIFEST = 'manifest.webmanifest';

/** @returns the manifest's JSON */
export function webManifest(
  config: Pick<LibraryConfig, 'name' | 'description' | 'language'>,
): string {
  const icon = (file: string, sizes: string, purpose?: string) => ({
    src: `icons/${file}`,
    sizes,
    type: file.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
    ...(purpose && { purpose }),
  });
  const manifest = {
    name: config.name,
    short_name: config.name.length > 12 ? '政策文库' : config.name,
    description: config.description,
    lang: config.language,
    dir: 'ltr',
    start_url: 'index.html',
    scope: './',
    // Keeps the browser's back button: this is a library to wander in.
    display: 'minimal-ui',
    theme_color: '#fbfaf6',
    background_color: '#fbfaf6',
    icons: [
      icon('icon-192.png', '192x192'),
      icon('icon-512.png', '512x512'),
      icon('maskable-512.png', '512x512', 'maskable'),
      icon('icon.svg', 'any'),
    ],
    shortcuts: [{ name: '检索', url: 'search.html' }],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
