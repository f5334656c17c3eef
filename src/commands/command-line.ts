/** What every command does with the words behind it, with what it says, and with what goes wrong. */
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { printable } from '../text/safe-text.ts';

/** @returns lines in which nothing is left that a terminal would obey: titles and file names are other people's */
const printableLines = (text: string): string => text.replace(/[^\n\t]+/gu, printable);

/** Prints lines. */
export const tell = (text: string): void => console.log(printableLines(text));

/** Prints what went wrong; the command goes on, and ends with status 1. */
export function tellFault(text: string): void {
  console.error(printableLines(text));
  process.exitCode = 1;
}

/** Prints why the command can do nothing, and ends it with status 1. */
export function stop(text: string): never {
  tellFault(text);
  process.exit(1);
}

/** @returns what is said of an error: a sentence of ours or of the system; of a fault in the software, where it is */
export function wordsOf(error: unknown): string {
  const { message, errno, stack } = error as NodeJS.ErrnoException;
  const forAuthors = errno !== undefined || /\p{Script=Han}/u.test(message);
  return forAuthors ? message : (stack ?? message);
}

process.on('uncaughtException', (error) => stop(wordsOf(error)));

/** @returns a path as it is meant where it was typed: npm runs commands in the software's own folder */
export const fromTyped = (path = '.'): string =>
  resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

/**
 * Reads the options that a command was started with; with one that it does not have, says which, and ends the process.
 * @param config as `parseArgs` of Node takes it
 * @param usage what is printed then, and for `--help`
 */
export function readArguments<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  if (process.argv.includes('--help')) {
    tell(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${usage}`);
  }
}
