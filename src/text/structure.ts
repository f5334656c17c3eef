/**
 * The structure of official texts: 编、章、节、条、款、项、目, 一、（一）1.（1） levels, 附件 and tables, read
 * from the text itself whatever marks its headings have.
 */
export { anchorOf } from './structure/addresses.ts';
export { readStructure } from './structure/read.ts';
export type { StructuralUnit, TextBlock, TextStructure, UnitKind } from './structure/types.ts';
