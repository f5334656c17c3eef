/** The picture of the book in docs/forms.md: `node tests/guide/book.ts` draws it again from the built site. */
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { openBook } from '../browser/open-book.ts';
import { launchBrowser } from '../browser/site.ts';

const PAGES = ['title.xhtml', 'nav.xhtml', 'replies-2021-46.xhtml', 'measures-hold-expo.xhtml'];
const [WIDTH, HEIGHT, GAP] = [420, 600, 12];

const book = openBook();
const browser = await launchBrowser();
const page = await browser.newPage();
await page.setViewport({ width: WIDTH, height: HEIGHT });
const drawn: { input: Buffer; left: number; top: number }[] = [];
for (const [i, name] of PAGES.entries()) {
  await page.goto(book.addressOf(name));
  drawn.push({ input: Buffer.from(await page.screenshot()), left: i * (WIDTH + GAP), top: 0 });
}
await browser.close();
book.close();
const width = PAGES.length * (WIDTH + GAP) - GAP;
const sheet = sharp({ create: { width, height: HEIGHT, channels: 3, background: '#8a8a8a' } });
const picture = await sheet.composite(drawn).png({ palette: true, colours: 16 }).toBuffer();
writeFileSync('docs/book.png', picture);
console.log(`docs/book.png：${(picture.length / 1000).toFixed(0)} KB`);
