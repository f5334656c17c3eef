/** What every packed file of a Pagefind index begins with, under its gzip. */
export const SIGNATURE = 'pagefind_dcd';
