/**
 * Makes the site an app where that can be: on http(s), in a browser that has service workers and storage.
 * Anywhere else, `file://` above all, it does nothing and says nothing. Runs when the page is read and quiet.
 */
import { ask, keepOn } from './keep-library.ts';
import { isPreview, type Message } from './protocol.ts';

const root = new URL(document.documentElement.dataset['root'] || './', location.href);

if (location.protocol.startsWith('http')) {
  // Chromium reports a manifest on file:// as an error: so the link is made here, not in the page.
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = new URL('manifest.webmanifest', root).href;
  document.head.append(link);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start);
}

/** Everything may be refused here, by the browser or its owner: then the site is just a site. */
function start(): void {
  register().catch(() => {});
}

async function register(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  if (isPreview(location.hostname)) return leave(workers);
  let served = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (served) location.reload();
    served = true;
  });
  const registration = await workers.register(new URL('service-worker.js', root), {
    scope: root.pathname,
    updateViaCache: 'none',
  });
  const watch = (worker: ServiceWorker | null): void => {
    const look = (): void => {
      if (worker?.state === 'installed' && registration.active) offer(worker);
      if (worker?.state === 'activated' && !workers.controller) adopt(worker);
    };
    worker?.addEventListener('statechange', look);
    look();
  };
  if (workers.controller) resume().catch(() => {});
  watch(registration.active);
  watch(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
}

/** A worker of earlier days, when previews had one too, learns from the new one that it has to go. */
async function leave(workers: ServiceWorkerContainer): Promise<void> {
  const registration = await workers.getRegistration(root.href);
  if (registration?.scope === root.href) await registration.update();
}

/** A library that the reader asked to keep is kept on with, from whatever page is open. */
async function resume(): Promise<void> {
  const { choice, whole } = await ask('keep-choice');
  if (choice === 'keep' && !whole) await keepOn();
}

function tell(worker: ServiceWorker, message: Message): void {
  worker.postMessage(message);
}

/** This first page goes offline too, if its version is the one that the worker keeps. */
function adopt(worker: ServiceWorker): void {
  const parts = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>(
    'script[src], link[rel~="stylesheet"]',
  );
  tell(worker, {
    type: 'adopt',
    page: location.href,
    files: [...parts].map((part) => ('src' in part ? part.src : part.href)),
  });
}

/** The quiet notice. It stays until it is answered; a newer version takes its place. */
function offer(worker: ServiceWorker): void {
  document.querySelector('.update-notice')?.remove();
  const notice = document.createElement('div');
  notice.className = 'update-notice lifted';
  notice.setAttribute('role', 'status');
  notice.dataset['editorial'] = '';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '更新';
  button.addEventListener('click', () => {
    button.disabled = true;
    tell(worker, { type: 'take-over' });
  });
  notice.append('有新版本', button);
  document.body.append(notice);
}
