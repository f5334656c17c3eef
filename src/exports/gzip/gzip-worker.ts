/** Packs batches of texts, each as it is sent, until it is ended. */
import { parentPort } from 'node:worker_threads';
import { gzipText } from './gzip.ts';

parentPort!.on('message', (texts: string[]) => parentPort!.postMessage(texts.map(gzipText)));
