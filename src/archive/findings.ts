/** What a check finds wrong with an archive, and how it is said: what, where, what to do. */

export interface Finding {
  kind: 'missing' | 'changed' | 'added' | 'manifest' | 'container';
  /** File within the archive, or the archive itself. */
  path: string;
  detail: string;
}

const LABELS: Record<Finding['kind'], string> = {
  missing: '缺少',
  changed: '已改变',
  added: '多出',
  manifest: '清单有误',
  container: '归档损坏',
};

const REMEDIES: Record<Finding['kind'], string> = {
  missing: '有文件缺少：请重新解压整个 zip；zip 本身也缺少时，请重新取得归档。',
  changed: '有文件已改变：内容不再是归档时的内容，请从完好的副本重新取得。',
  added: '有多出的文件：它们不属于归档。若是系统自动生成的（如 .DS_Store、Thumbs.db），删去即可。',
  manifest: '清单有误：清单被改动过，不能再作凭据，请从完好的副本重新取得。',
  container: '归档损坏：请重新下载或复制，并与“离线”页所列的 SHA-256 比较。',
};

/** @returns one line */
export function inWords({ kind, path, detail }: Finding): string {
  return `${LABELS[kind]}　${path}${detail && `：${detail}`}`;
}

/** @returns what to do about each kind of fault that was found */
export function remedies(findings: Finding[]): string[] {
  const kinds = new Set(findings.map(({ kind }) => kind));
  return (Object.keys(REMEDIES) as Finding['kind'][])
    .filter((kind) => kinds.has(kind))
    .map((kind) => REMEDIES[kind]);
}
