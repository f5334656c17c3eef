/** Writes samples as pages of a government site are saved: the article within the site around it. */
import type { Piece, Sample } from './sample.ts';

const escape = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

function pieceHtml(piece: Piece): string {
  if ('rows' in piece)
    return `<table><tbody>${piece.rows.map((row) => `<tr>${row.map((cell) => `<td><p>${escape(cell)}</p></td>`).join('')}</tr>`).join('')}</tbody></table>`;
  const set = 'align' in piece && piece.align ? ` style="text-align: ${piece.align};"` : '';
  const indent = 'part' in piece ? '' : '\u3000\u3000';
  return `<p${set}><span>${indent}${escape(piece.text)}</span></p>`;
}

/** @returns the page, in UTF-8 */
export const writeHtml = (sample: Sample): Uint8Array =>
  new TextEncoder().encode(`<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>示例_示例市人民政府网站</title><script>var tracked = '不是文字';</script></head>
<body>
<div class="header"><ul><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li></ul></div>
<div class="position">您所在的位置：<a href="/">首页</a> &gt; <a href="/gk">文件</a></div>
<div class="main"><div class="info">发布日期：示例　浏览次数：<span>9</span></div>
<div id="UCAP-CONTENT" class="view TRS_UEDITOR">
${sample.pieces.map(pieceHtml).join('\n')}
</div></div>
<div class="footer">主办：示例市人民政府　网站标识码：0000000000</div>
</body></html>
`);
