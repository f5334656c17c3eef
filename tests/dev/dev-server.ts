/** `npm run dev` on a copy of the library in a folder of its own, for the tests of what an editor sees. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

/** Far more than a slow machine takes; what does not come at all fails then. */
export const PATIENT = { timeout: 120_000, polling: 100 };

/** A copy of the library that a test may edit. */
export class EditedContent {
  readonly folder = mkdtempSync(join(tmpdir(), 'edited-'));

  constructor() {
    cpSync('content', this.folder, { recursive: true });
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, source: string): void {
    writeFileSync(join(this.folder, file), source);
  }

  remove(file: string): void {
    rmSync(join(this.folder, file));
  }

  discard(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface DevServer {
  /** `http://localhost:PORT/` */
  url: string;
  /** What it has printed so far. */
  printed: () => string;
  stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits for a condition; throws with what the server has printed when it does not come. */
export async function until(
  server: Pick<DevServer, 'printed'>,
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = Date.now() + PATIENT.timeout;
  while (Date.now() < end) {
    if (await holds()) return;
    await after(PATIENT.polling);
  }
  throw new Error(`${what}: not in ${PATIENT.timeout / 1000} s\n${server.printed()}`);
}

/** Starts the server; it need not answer yet. */
export async function startDev({ folder }: EditedContent): Promise<DevServer> {
  const port = await freePort();
  const command = ['src/commands/astro.ts', 'dev', '--port', `${port}`];
  const child = spawn(process.execPath, command, {
    env: { ...process.env, CONTENT_DIR: folder, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.once('exit', () => child.kill());
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url: `http://localhost:${port}/`, printed: () => printed, stop };
}

/** Whether an address answers with 200. */
export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
