/** 版本号: tells two archives of one name apart. It follows from the payload alone, so the same content has the same. */

/**
 * @param sum SHA-256 of the payload's manifest, which no file of the payload can know
 * @returns its first twelve digits
 */
export function editionOf(sum: string): string {
  return sum.slice(0, 12);
}
