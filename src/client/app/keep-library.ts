/** The pages' side of keeping the whole library: asks the service worker for one step after the other. */
import type { KeepStatus, Message } from './protocol.ts';

/** Another page may be told how far it is: the one that shows it. */
export const PROGRESS = 'library-keep';

/** A step takes seconds; a worker that says nothing for so long is gone. */
const SILENCE_MS = 60_000;

/** @returns what the worker says. Throws when none serves this page, or it stays silent. */
export function ask(type: Message['type']): Promise<KeepStatus> {
  const worker = navigator.serviceWorker.controller;
  if (!worker) return Promise.reject(new Error('no service worker'));
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => reject(new Error('no answer')), SILENCE_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      resolve(data as KeepStatus);
    };
    worker.postMessage({ type }, [port2]);
  });
}

let running = false;
let stopping = false;

/** Keeps on until all is kept, a step comes to nothing, or somebody stops it; tells this page after every step. */
export async function keepOn(): Promise<void> {
  stopping = false;
  if (running) return;
  running = true;
  try {
    for (;;) {
      const status = await ask('keep-more');
      if (stopping) return;
      document.dispatchEvent(new CustomEvent<KeepStatus>(PROGRESS, { detail: status }));
      if (status.whole || status.fault || status.choice !== 'keep') return;
    }
  } finally {
    running = false;
  }
}

/** Stops, or stops and forgets what was kept. */
export function stopKeeping(type: 'keep-stop' | 'keep-remove'): Promise<KeepStatus> {
  stopping = true;
  return ask(type);
}
