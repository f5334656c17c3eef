/** How long the search page itself takes: from a question that it has not been asked to results that are laid out. */
import type { Browser } from 'puppeteer-core';

/**
 * Times each question in one page, after others have warmed it up.
 * @param root address of the built site, ending in a slash
 * @returns milliseconds, one a question
 */
export async function shownTimes(
  browser: Browser,
  root: string,
  questions: string[],
  warming: string[],
): Promise<number[]> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${root}search.html`);
  await page.waitForFunction(
    () => document.querySelector('[data-search-status]')!.textContent !== '',
  );
  const timeOf = (query: string) =>
    page.evaluate(async (value) => {
      const input = document.querySelector<HTMLInputElement>('[data-search-input]')!;
      const list = document.querySelector('[data-search-results]')!;
      input.value = value;
      const started = performance.now();
      const shown = new Promise<void>((resolve) =>
        new MutationObserver((_, observer) => (observer.disconnect(), resolve())).observe(list, {
          childList: true,
        }),
      );
      input.form!.requestSubmit();
      await shown;
      list.getBoundingClientRect();
      return performance.now() - started;
    }, query);
  for (const query of warming) await timeOf(query);
  const times: number[] = [];
  for (const query of questions) times.push(await timeOf(query));
  await context.close();
  return times;
}
