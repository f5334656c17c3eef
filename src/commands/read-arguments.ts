/** The words behind a command, or how it is used. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * Reads the options that a command was started with; with one that it does not have, says which, and ends the process.
 * @param config as `parseArgs` of Node takes it
 * @param usage what is printed then
 */
export function readArguments<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(1);
  }
}
