/** A small client of W3C WebDriver, for engines that speak nothing else (WebKit). https://www.w3.org/TR/webdriver2/ */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** The key of an element's reference in every answer. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const START_MS = 20_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export interface DriverCommand {
  /** A program that takes `--port=N`, with what stands before it (`xvfb-run -a`). */
  command: string[];
  env?: Record<string, string>;
  /** Capabilities that every session must have. */
  capabilities?: Record<string, unknown>;
}

/** One session of a driver, in a process of its own. */
export class WebDriverSession {
  private readonly driver: ChildProcess;
  private readonly root: string;
  /** `MiniBrowser 2.50.6` */
  readonly version: string;

  private constructor(driver: ChildProcess, root: string, version: string) {
    this.driver = driver;
    this.root = root;
    this.version = version;
  }

  /**
   * Starts the driver and a session.
   * @throws Error where the driver does not answer within 20 seconds, or refuses the session
   */
  static async start({
    command,
    env,
    capabilities = {},
  }: DriverCommand): Promise<WebDriverSession> {
    const port = await freePort();
    const [program = '', ...args] = [...command, `--port=${port}`];
    const driver = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: 'ignore',
      detached: true,
    });
    const failed = new Promise<never>((_, reject) => {
      driver.once('error', reject);
      driver.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
    });
    failed.catch(() => {});
    const address = `http://127.0.0.1:${port}`;
    try {
      await Promise.race([failed, answers(address)]);
      const { sessionId, capabilities: given } = (await request(`${address}/session`, 'POST', {
        capabilities: { alwaysMatch: capabilities },
      })) as { sessionId: string; capabilities: Record<string, string> };
      const version = `${given.browserName} ${given.browserVersion}`;
      return new WebDriverSession(driver, `${address}/session/${sessionId}`, version);
    } catch (error) {
      stop(driver);
      throw error;
    }
  }

  private post(path: string, body: object = {}): Promise<unknown> {
    return request(this.root + path, 'POST', body);
  }

  /** Opens an address in the window, and waits for its load. */
  async open(url: string): Promise<void> {
    await this.post('/url', { url });
  }

  /** Runs a function in the current frame. It must need nothing from around it, and no newer syntax than the engine's. */
  execute<T>(source: string, args: unknown[] = []): Promise<T> {
    return this.post('/execute/sync', { script: source, args }) as Promise<T>;
  }

  /** The first element that a selector finds. */
  private async find(selector: string): Promise<string> {
    const found = await this.post('/element', { using: 'css selector', value: selector });
    return (found as Record<string, string>)[ELEMENT]!;
  }

  /** Commands go to this frame from now on, or with nothing to the page itself. */
  async switchTo(selector?: string): Promise<void> {
    const id = selector ? { [ELEMENT]: await this.find(selector) } : null;
    await this.post('/frame', { id });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.post('/window/rect', { width, height });
  }

  /** @returns a PNG */
  async screenshot(): Promise<Buffer> {
    return Buffer.from((await request(`${this.root}/screenshot`, 'GET')) as string, 'base64');
  }

  async close(): Promise<void> {
    await request(this.root, 'DELETE').catch(() => {});
    stop(this.driver);
  }
}

function stop({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid);
  } catch {
    // It has ended by itself.
  }
}

async function answers(address: string): Promise<void> {
  for (let waited = 0; waited < START_MS; waited += 100) {
    const status = await fetch(`${address}/status`).catch(() => undefined);
    if (status?.ok) return;
    await sleep(100);
  }
  throw new Error(`no WebDriver at ${address} within ${START_MS / 1000} s`);
}

async function request(url: string, method: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
