/**
 * @typedef {object} Figure
 * @property {string} figure
 * @property {number} value
 * @property {string} unit
 * @property {number} limit the baseline of the same run, or the stated number
 * @property {number} [atLeast] the ratio wanted against a baseline; without it the value must stay within the limit
 * @property {string} [said] what the value is held against, in words
 */
export class Report {
  #bench;

  /** @param {string} bench */
  constructor(bench) {
    this.#bench = bench;
  }

  /** @param {string} line */
  say(line) {
    console.log(`  ${line}`);
  }

  /** @param {Figure} measured */
  figure({ figure, value, unit, limit, atLeast, said = 'stated limit' }) {
    const ratio = value / limit;
    const met = atLeast === undefined ? ratio <= 1 : ratio >= atLeast;
    const wanted = atLeast === undefined ? 'at most 1' : `at least ${atLeast}`;
    const verdict = met ? 'met' : 'MISSED';
    this.say(
      `${figure}: ${round(value)} ${unit}, ${said} ${round(limit)} ${unit}: ratio ${ratio.toFixed(2)}, ${wanted} wanted: ${verdict}`,
    );
    const line = {
      bench: this.#bench,
      figure,
      value: round(value),
      unit,
      limit: round(limit),
      ratio: Number(ratio.toFixed(3)),
    };
    console.log(JSON.stringify(line));
  }
}

/** @param {number} value */
const round = (value) => (value >= 100 ? Math.round(value) : Number(value.toFixed(2)));
