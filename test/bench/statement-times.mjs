import pg from 'pg';

/** Statements shown. */
const most = 8;

/** From here on every query of this process is timed. @returns what took longest, and how often each statement was asked */
export function timeStatements() {
  /** @type {Map<string, { ms: number, times: number }>} */
  const spent = new Map();
  const prototype = /** @type {any} */ (pg.Client.prototype);
  const query = prototype.query;
  prototype.query = function timed(/** @type {any[]} */ ...args) {
    const asked = performance.now();
    const name = args[0]?.name ?? String(args[0]?.text ?? args[0]).slice(0, 30);
    const note = () => {
      const before = spent.get(name) ?? { ms: 0, times: 0 };
      spent.set(name, { ms: before.ms + performance.now() - asked, times: before.times + 1 });
    };
    // A pool asks with a callback, a transaction with a promise.
    const back = args.at(-1);
    if (typeof back === 'function') {
      args[args.length - 1] = (/** @type {any[]} */ ...answer) => (note(), back(...answer));
      return query.apply(this, args);
    }
    const answer = query.apply(this, args);
    answer?.then?.(note, note);
    return answer;
  };
  return () => {
    const all = [...spent].sort(([, one], [, other]) => other.ms - one.ms);
    return {
      statements: all.slice(0, most).map(([name, { ms }]) => [name, ms]),
      asked: Object.fromEntries(all.map(([name, { times }]) => [name, times])),
    };
  };
}
