/** The names of the files that hold the pieces of pages: the page's path and its number. */

export const PIECE_FILE = /^(text\/.*)-(\d+)\.pf_text$/;

/** @param page the folder of the pieces and the page's id */
export const pieceFile = (page: string, number: number): string => `${page}-${number}.pf_text`;
