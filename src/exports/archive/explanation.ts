/** The pages of the archive that stand outside its site: `说明.html`, and the page that offers it. */
import type { ValidLibrary } from '../../content/read-library.ts';
import { DOCUMENT_FILES } from '../files.ts';
import { htmlPage, markup, onLines, type Markup } from '../markup.ts';
import { bytesOf, type Files } from './files.ts';
import { newestDate } from './offer.ts';

/** @param main what stands under the heading */
export const archivePage = (title: string, main: Markup): string =>
  htmlPage(
    'zh-Hans',
    title,
    markup`<link rel="stylesheet" href="explanation.css">`,
    markup`<main>\n<h1>${title}</h1>\n${main}\n</main>`,
  );

/** The forms of a document, those that one program opens together: `.txt、.md：用任何文本编辑器打开`. */
const documentForms = (): string =>
  [...Map.groupBy(DOCUMENT_FILES, ({ opens }) => opens)]
    .map(([opens, same]) => {
      const forms = same.map(({ ending, name }) => `.${ending}（${name}）`);
      return `${forms.join('、')}：${opens}`;
    })
    .join('；');

/** How to check every file with what a system has; typed in the folder that the archive was unpacked into. */
export const VERIFY_COMMANDS = {
  'Linux（什么也不输出就是完好）':
    'sha256sum -c --quiet manifest-sha256.txt tagmanifest-sha256.txt',
  'macOS（每行末尾都是 OK 就是完好）':
    'shasum -a 256 -c manifest-sha256.txt tagmanifest-sha256.txt',
  'Windows（PowerShell；什么也不输出就是完好，不一致的文件会列出来）':
    "Get-Content -Encoding UTF8 manifest-sha256.txt, tagmanifest-sha256.txt | % { $s, $f = $_ -split '  ', 2; " +
    'if ((Get-FileHash -LiteralPath $f).Hash -ne $s) { "不一致：$f" } }',
  '有本文库软件的电脑（在软件的文件夹里运行，写 zip 或文件夹的完整路径；多出的文件也会列出来）':
    'npm run archive:verify 完整路径',
};

/**
 * @param payload what the bag keeps
 * @param edition 版本号 (bag.ts)
 * @returns 说明.html
 */
export function explain(site: ValidLibrary, payload: Files, edition: string): string {
  const { name, description, publisher, address } = site.config;
  const newest = newestDate(site);
  const originals = [...payload.keys()].some((path) => path.startsWith('data/original/'));
  const commands = Object.entries(VERIFY_COMMANDS).map(
    ([on, command]) =>
      markup`<p class="on">${on}</p>\n<pre tabindex="0"><code>${command}</code></pre>`,
  );
  return archivePage(
    `${name}（离线归档）`,
    markup`<h2>这是什么</h2>
<p>${description}</p>
<p>这是《${name}》的离线归档${newest && `，收录的文件最晚为 ${newest}`}，共 ${payload.size} 个文件、${bytesOf(payload)} 字节。内容与网上的文库相同，不联网也能阅读、跳转和检索全文。</p>
${publisher && publisher !== name && markup`<p>编者：${publisher}</p>`}
${address && markup`<p>网上的文库：${address}</p>`}
<p>版本号：${edition}。它是 manifest-sha256.txt 的 SHA-256 的前 12 位，内容改了就不同，可用来分辨两份同名的归档。</p>
<h2>从这里打开</h2>
<p class="open"><a href="data/site/index.html">打开文库</a></p>
<p class="open"><a href="data/site/search.html">检索全文</a></p>
<p>请先把 zip 全部解压：在 Windows 上用右键“全部解压缩”，不要在 zip 里面直接双击，否则页面没有样式，链接也打不开。然后双击 data/site/index.html。不需要服务器，也不需要安装任何东西。</p>
<p>近几年的 Chrome、Edge、Firefox 都可以；测试过的是 Chromium 156 和 Firefox ESR 153，没有在 Safari 上测试过。浏览器不运行脚本时，每一页照样可以阅读，只是不能检索。</p>
<h2>里面有什么</h2>
<p>data/site/ 是网站本身，放到任何网站服务器或其子目录下也能直接使用。</p>
<p>data/site/data/ 是可以取用的数据，各文件的字段写在 data/site/data.html：各条目、关系、奖励和目标的表格（*.csv），用 Excel、WPS 打开；条目和关系的全图，graph.graphml 用 Gephi、Cytoscape 打开，graph.json 供程序读；全部正文（texts.jsonl.gz），解压后逐行是 JSON。每页旁的同名 JSON 文件是那个条目的数据，data/site/datapackage.json 列出全部数据文件和它们的校验值。</p>
<p>每份文件的网页旁边有同名的其他形式：${documentForms()}。</p>
<p>data/site/library.epub 是整个文库的电子书，用 Apple 图书、微信读书、Calibre 等阅读软件打开。</p>
<p>data/content/ 是各条目的源文件（Markdown），可以用任何文本编辑器打开。</p>
${originals && markup`<p>data/original/ 是收到的原始文件，未作改动。</p>`}
<p>data/docs/hosting.md 说明怎样把网站放到服务器上（英文）。</p>
<p>bagit.txt、bag-info.txt 和两份 manifest 是 BagIt 1.0（RFC 8493）的清单，列出每个文件的 SHA-256 校验值。</p>
<h2>怎样核对是否完整</h2>
<p>先在解压出来的这个文件夹（本页所在的文件夹）里打开命令行。Windows：在文件夹窗口的地址栏里输入 powershell，按回车。macOS：打开“终端”，输入 cd 和一个空格，把文件夹拖进窗口，按回车。Linux：在文件夹的空白处点右键，选“在终端中打开”。</p>
<p>再按系统输入一条命令，整条是一行：</p>${onLines(commands)}<p>除最后一条外，这些命令只核对清单里的文件，不会发现多出的文件。</p>
<p>任何支持 BagIt 的校验工具也可以使用。整个 zip 的 SHA-256 写在网上文库下载归档的那一页，并随 zip 附有 .sha256 文件。</p>
<h2>使用条件</h2>
<p>公文原文：《中华人民共和国著作权法》第五条规定，法律、法规，国家机关的决议、决定、命令和其他具有立法、行政、司法性质的文件，及其官方正式译文，不适用该法。收录的每份文件是否适用这一条，以法律为准；引用请以发文机关公布的文本为准。</p>
<p>编者文字（摘要、校注、关系、条目说明）：知识共享 署名 4.0 国际（CC BY 4.0），https://creativecommons.org/licenses/by/4.0/。使用时请署名“${name}”。</p>
<p>软件：MIT 许可证，全文见软件仓库及归档内的 data/site/licenses.txt；随网站分发的其他软件及其许可证也列在那里。</p>
<p>标为“外部资料”的引文归各自的权利人所有，仅为说明和核对而引用，并注明出处。</p>`,
  );
}
