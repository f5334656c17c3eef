/** A small complete library to begin with: its texts say of themselves that they are examples. */

const CONFIG = `# 这是谁的文库。每个字段的说明见 src/content/schemas/library.ts。
id: my-library
name: 我的政策文库（示例）
description: 一个新建的文库：其中两份文件、一项举措、一个术语都是示例，不是任何机关的文件，请换成自己收到的文件。
language: zh-Hans
`;

const NOTICE = `---
title: 关于做好示例工作的通知（示例文本）
aliases: [示例通知]
summary: 示例文本，说明一份文件在文库中怎样书写；不是任何机关的文件。
signature: 示例机关
evidence:
  - in: policies/sample-notice
    quote: 本文是示例文本，不是任何机关的文件
---

<DocumentTitle>关于做好示例工作的通知（示例文本）</DocumentTitle>

<Addressee>各示例单位：</Addressee>

本文是示例文本，不是任何机关的文件，只用来说明一份文件怎样写进文库。

## 一、示例任务

每份收到的文件先导入，再核对，然后公开。文件中出现的名称，例如逐字核对，会自动成为链接。

## 二、示例要求

（一）照原文写，一字不改；原文的错字也照录，另写校注。

（二）没有人说的，不写。

<Signature>示例机关</Signature>
`;

const REPLY = `---
title: 关于示例提案的答复（示例文本）
summary: 示例文本，引用示例通知，说明两份文件怎样互相链接；不是任何机关的答复。
addressee: 示例委员
evidence:
  - in: replies/sample-reply
    quote: 本文是示例文本，不是任何机关的答复
---

<DocumentTitle>关于示例提案的答复（示例文本）</DocumentTitle>

<Addressee>示例委员：</Addressee>

本文是示例文本，不是任何机关的答复。

您提出的示例问题，《关于做好示例工作的通知（示例文本）》已有说明：收到的文件要逐字核对之后再公开。
`;

const MEASURE = `---
title: 先导入，再核对，然后公开
summary: 每份收到的文件先导入，再核对，然后公开。
policies: [sample-notice]
evidence:
  - in: policies/sample-notice
    quote: 每份收到的文件先导入，再核对，然后公开
---
`;

const TERM = `---
title: 逐字核对
summary: 收到的文件要逐字核对之后再公开。
evidence:
  - in: replies/sample-reply
    quote: 收到的文件要逐字核对之后再公开
---
`;

/** Path and text of every file of the library, relative to its folder. */
export const SAMPLE_LIBRARY: Readonly<Record<string, string>> = {
  'library.yaml': CONFIG,
  'policies/sample-notice.mdx': NOTICE,
  'replies/sample-reply.mdx': REPLY,
  'measures/check-before-publishing.mdx': MEASURE,
  'terms/word-for-word.mdx': TERM,
};
