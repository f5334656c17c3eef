/** How an archive says what it leaves out. */
import type { Copy } from './copies.ts';

/** 纯文本（.txt）、电子书（library.epub） */
export const namesOf = (copies: readonly Copy[]): string =>
  copies.map(({ name }) => name).join('、');

/** For the page 离线 in the archive. */
export const whatIsLeftOut = (copies: readonly Copy[]): string =>
  copies.length === 0
    ? '网上文库的文件都在归档里。'
    : `归档以 100 MB 为限，同样的内容只收一次，没有收入：${namesOf(copies)}。“说明.html”写有怎样重新生成。`;
