declare module 'virtual:client-scripts' {
  /** Paths from the site's root of the scripts named in astro.config.mjs. */
  export const scripts: Record<string, string>;
}

declare module 'script:engine' {
  const path: string;
  export default path;
}

declare module 'script:search' {
  const path: string;
  export default path;
}

declare module 'script:preferences' {
  const path: string;
  export default path;
}

declare module 'script:names' {
  const path: string;
  export default path;
}

declare module 'script:references' {
  const path: string;
  export default path;
}

declare module 'script:document' {
  const path: string;
  export default path;
}

declare module 'script:hits' {
  const path: string;
  export default path;
}

declare module 'pagefind-runtime' {
  import type { PagefindModule } from '../../search/engine/open-index.ts';
  export const createInstance: PagefindModule['createInstance'];
}

declare module 'opencc-js/dict/TSCharacters' {
  const characters: string;
  export default characters;
}
