/** A library of everything that a form could trip over. */
import type { ValidLibrary } from '../../src/content/read-library.ts';
import { entryOf, libraryOf } from '../site/sample-library.ts';

const BODY = `“甲 & 乙 < 丙 > 丁”，用『"引号"』；𠮷𡘙是扩展区的字。

## 一、标题 & 名称

第一条 本办法称 \\*星号\\* 和 [方括号]。

第二条 有下列情形之一的：

（一）=1+1；

（二）@SUM(A1)。

| 列 & 一 | 列二 |
| --- | --- |
| =1+1 | 值 |

3. 一项

4. 二项

> 引用的话。
`;

/** @param address a public address, or none */
export function oddLibrary(address?: string): ValidLibrary {
  const library = libraryOf(
    entryOf('policies/marks', 'title: "甲 & 乙 <b> \\"引号\\" \'单\' 铃"\ndate: 2021', BODY),
    entryOf(
      'policies/formula',
      'title: =1+1 与 @SUM\nissuers: [odd]\ndate: 2021-03\nnumber: 常{发}_1%号',
      '常\\{发\\}_1%号，全文。',
    ),
    entryOf('policies/undated', 'title: 没有日期的𠮷文件\nadded: 2024-02-29', '全文只有一句。'),
    entryOf('organisations/odd', 'title: 某局 & 某委'),
    entryOf('terms/bare', 'title: 只有名称的条目'),
  );
  // What reading refuses, writing must not trust.
  const odd = library.get('policies/marks');
  odd.title = odd.title.replace('铃', '\u0007铃');
  const config = {
    id: 'odd',
    name: '文库 & <名>',
    description: '说明 "引" & <号>',
    language: 'zh-Hans',
  };
  return { library, config: address ? { ...config, address } : config };
}
