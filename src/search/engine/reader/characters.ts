/** The words of an archive's index, made from the places of their characters. */
import type { CharacterFiles } from '../../build/settings.ts';
import { aloneOf, pairOf, type Character } from '../../format/character-words.ts';
import { unpackWords, type Word } from '../../format/packed-words.ts';
import { decodeToken, pointsOf } from '../../format/tokens.ts';
import type { IndexFiles } from './transport.ts';
import { contentOf } from './unpack.ts';

export class Characters {
  private readonly files: IndexFiles;
  private readonly where: CharacterFiles;
  private readonly known = new Map<number, Promise<Word[]>>();

  constructor(files: IndexFiles, where: CharacterFiles) {
    this.files = files;
    this.where = where;
  }

  /** What these tokens are in the index; those that stand nowhere are left out. */
  async words(tokens: string[]): Promise<Word[]> {
    const words = await Promise.all([...new Set(tokens)].map((token) => this.word(token)));
    return words.filter(({ places }) => places.length > 0);
  }

  private async word(token: string): Promise<Word> {
    const [first, second] = pointsOf(decodeToken(token));
    if (second !== undefined)
      return pairOf(await this.character(first!), await this.character(second));
    const listed = await this.listed(first!);
    const own = listed.find((word) => word.first === first && word.second === undefined);
    return own ?? aloneOf(await this.character(first!));
  }

  private async character(point: number): Promise<Character> {
    const listed = await this.listed(point);
    const all = listed.find(({ first, second }) => first === point && second !== undefined);
    return { point, places: all?.places ?? [] };
  }

  /** The words of the file that a character is in. */
  private listed(point: number): Promise<Word[]> {
    const { folder, firsts } = this.where;
    const number = firsts.findLastIndex((first) => first <= point);
    if (number < 0) return Promise.resolve([]);
    let words = this.known.get(number);
    if (!words) {
      words = this.files
        .read(`${folder}${number}.pf_index`)
        .then((bytes) => unpackWords(contentOf(bytes)));
      this.known.set(number, words);
    }
    return words;
  }
}
