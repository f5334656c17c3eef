/** The official parts of a document (GB/T 9704): the only components that content may use. */

export interface Part {
  /** As an author writes it: `<Masthead>`. */
  name: string;
  /** Anchor, and the class `part-…`. */
  id: string;
  /** What a reader calls it. */
  label: string;
  /** The element that shows it, where it is no paragraph. */
  element?: 'h1';
  /** Stands at the head of the document, as its title does: names in it are not linked. */
  head?: true;
}

export const PARTS: readonly Part[] = [
  { name: 'CopyNumber', id: 'copy-number', label: '份号', head: true },
  { name: 'Classification', id: 'classification', label: '密级和保密期限', head: true },
  { name: 'Urgency', id: 'urgency', label: '紧急程度', head: true },
  { name: 'Masthead', id: 'masthead', label: '发文机关标志', head: true },
  { name: 'DocumentNumber', id: 'document-number', label: '发文字号', head: true },
  { name: 'DocumentTitle', id: 'document-title', label: '标题', element: 'h1', head: true },
  { name: 'Addressee', id: 'addressee', label: '主送' },
  { name: 'Signatory', id: 'signatory', label: '签发人' },
  { name: 'Handler', id: 'handler', label: '经办人' },
  { name: 'Phone', id: 'phone', label: '联系电话' },
  { name: 'AttachmentNote', id: 'attachment-note', label: '附件说明' },
  { name: 'Signature', id: 'signature', label: '署名' },
  { name: 'Dateline', id: 'dateline', label: '成文日期' },
  { name: 'Annotation', id: 'annotation', label: '附注' },
  { name: 'Attachment', id: 'attachment', label: '附件' },
  { name: 'Copies', id: 'copies', label: '抄送' },
  { name: 'Printing', id: 'printing', label: '印发机关和印发日期' },
];

/** @returns the part of that name, or undefined */
export const findPart = (name: string | null | undefined): Part | undefined =>
  PARTS.find((part) => part.name === name);
