declare module 'script:*' {
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
