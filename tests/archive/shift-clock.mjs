// Loaded before a build (node --import): the clock says another year, as it will for whoever builds this next.
const YEARS = 7 * 365 * 86_400_000;
const Then = Date;
globalThis.Date = class Date extends Then {
  constructor(...values) {
    if (values.length > 0) super(...values);
    else super(Then.now() + YEARS);
  }
  static now() {
    return Then.now() + YEARS;
  }
};
