/**
 * Makes the site an app where that can be: on http(s), in a browser that has service workers and storage.
 * Anywhere else, `file://` above all, it does nothing and says nothing. Runs when the page is read and quiet.
 */
import { isPreview, keepOn, type Message } from './protocol.ts';

const root = new URL(document.documentElement.dataset['root'] || './', location.href);

/** Everything may be refused here, by the browser or its owner: then the site is just a site. */
const start = (): void => void register().catch(() => {});

if (location.protocol.startsWith('http')) {
  // Chromium reports a manifest on file:// as an error: so the link is made here, not in the page.
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = new URL('manifest.webmanifest', root).href;
  document.head.append(link);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start);
}

async function register(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (!workers || isPreview(location.hostname)) return;
  let served = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (served) location.reload();
    served = true;
  });
  // A library that the reader asked to keep is kept on with, from whatever page is open; on 离线 the page does it.
  if (served && !document.querySelector('[data-keep]')) keepOn(() => {}).catch(() => {});
  const registration = await workers.register(new URL('service-worker.js', root), {
    updateViaCache: 'none',
  });
  const watch = (worker: ServiceWorker | null): void => {
    const look = (): void => {
      if (worker?.state === 'installed' && registration.active) offer(worker);
    };
    worker?.addEventListener('statechange', look);
    look();
  };
  watch(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
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
    worker.postMessage('take-over' satisfies Message);
  });
  notice.append('有新版本', button);
  document.body.append(notice);
}
