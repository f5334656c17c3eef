/** What a check finds wrong with an archive, and how it is said: what, where, what to do. */
import { isSystemFile } from './system-files.ts';

export interface Finding {
  kind: 'missing' | 'changed' | 'added' | 'manifest' | 'container' | 'sidecar' | 'target';
  /** File within the archive, or the archive itself. */
  path: string;
  detail: string;
  /** Found by a manifest that has itself changed: it may accuse a file that is whole. */
  doubtful?: true;
}

const LABELS: Record<Finding['kind'], string> = {
  missing: '缺少',
  changed: '已改变',
  added: '多出',
  manifest: '清单有误',
  container: '归档损坏',
  sidecar: '校验文件有误',
  target: '路径不对',
};

const REMEDIES: Record<Finding['kind'] | 'system-file' | 'doubtful', string> = {
  manifest: '清单有误：清单被改动过，不能再作凭据，请从完好的副本重新取得。',
  doubtful: '标“不作准”的各项：先不要删除或替换任何文件，取得完好的清单后再核对一次。',
  missing: '有文件缺少：请重新解压整个 zip；zip 本身也缺少时，请重新取得归档。',
  changed: '有文件已改变：内容不再是归档时的内容，请从完好的副本重新取得。',
  'system-file': '.DS_Store、Thumbs.db 一类是系统自动生成的，删去即可。',
  added: '有多出的文件：它们不在清单中。请先与另一份副本比较，或向提供归档的人核实，不要径行删除。',
  container: '归档损坏：请重新下载或复制，并与“离线”页所列的 SHA-256 比较。',
  sidecar:
    '校验文件有误：这不说明 zip 有错。请重新取得 .sha256 文件，或与“离线”页所列的 SHA-256 比较。',
  target: '路径不对：请指明 zip 本身，或解压出来的那个文件夹，其中应有“说明.html”和 data 文件夹。',
};

/** @returns one line */
export function describeFinding({ kind, path, detail, doubtful }: Finding): string {
  return printable(
    `${LABELS[kind]}${doubtful ? '（不作准）' : ''}　${path}${detail && `：${detail}`}`,
  );
}

/** @returns what to do about each kind of fault that was found; to delete only what a system is known to leave behind */
export function remedies(findings: Finding[]): string[] {
  const kinds = new Set(findings.map(remedyOf));
  if (kinds.has('doubtful')) kinds.delete('system-file');
  return (Object.keys(REMEDIES) as (keyof typeof REMEDIES)[])
    .filter((kind) => kinds.has(kind))
    .map((kind) => REMEDIES[kind]);
}

function remedyOf({ kind, path, doubtful }: Finding): keyof typeof REMEDIES {
  if (doubtful) return 'doubtful';
  return kind === 'added' && isSystemFile(path) ? 'system-file' : kind;
}

/** Names come from strangers' archives: what would move the cursor, or turn the line round, is written out. */
function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
