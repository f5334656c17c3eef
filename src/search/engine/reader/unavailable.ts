/** The one error that search reports to readers. */

/** Search cannot work now: a file is missing or damaged, or the browser refused. A retry may help. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
}
