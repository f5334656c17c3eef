/** What the page 离线 says of the library on this device, and what its buttons are called. Pure. */
import type { Choice, KeepStatus } from './protocol.ts';

const FAULTS: Record<NonNullable<KeepStatus['fault']>, string> = {
  network: '网络断了，连上以后可以接着存。',
  changed: '有的文件没有取到，或者网站刚刚更新。请稍后再试；提示“有新版本”时先更新。',
  full: '这台设备给本站的空间用完了。可以删去存下的，或者清理设备后再试。',
};

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** One sentence or two for the reader. */
export function describeStatus(status: KeepStatus): string {
  const { choice, whole, bytes, keptBytes, fault } = status;
  if (whole) return `整个文库已存在这台设备上，${megabytes(bytes)}。`;
  const kept = `${megabytes(keptBytes)}，共 ${megabytes(bytes)}。`;
  if (choice === 'keep') return fault ? `已存 ${kept}${FAULTS[fault]}` : `正在存：已存 ${kept}`;
  return `这台设备上存了一部分，有读过的网页：${kept}`;
}

/** @returns the words of each button to show */
export function buttonsFor(status: KeepStatus): Partial<Record<Choice, string>> {
  const { choice, whole, bytes, keptBytes, fault } = status;
  const remove = '删去存下的文库';
  if (whole) return { remove };
  if (choice === 'keep' && !fault) return { stop: '暂停' };
  const keep = `存下整个文库（还有 ${megabytes(bytes - keptBytes)}）`;
  return choice === 'keep' || choice === 'stop' ? { keep, remove } : { keep };
}

/** @returns why nothing is kept here, where nothing can be */
export function whyNot(protocol: string, workers: boolean, preview: boolean): string | undefined {
  if (!protocol.startsWith('http'))
    return '这个文库是从文件夹打开的，本来就在这台设备上，不用再存。';
  if (preview)
    return '这是在本机预览，每次都读刚建好的网页，不另存。要试离线阅读，请用 library.localhost 代替地址里的主机名。';
  return workers ? undefined : '这个浏览器不许网站存东西，或者网站没有用 HTTPS，不能存下。';
}
