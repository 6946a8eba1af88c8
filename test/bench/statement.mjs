// A statement of very many lines: how soon its page is there, and what memory it takes to hand it out whole.
import { fillMonth, PERIOD_END, sizeOf } from './settle-data.mjs';
import { Stage } from './stage.mjs';

const lines = Number(process.env.BENCH_LINES ?? 50_000);
/** Resident memory that the file adds to a process that has loaded the house's code and reads from the database. */
const MOST_MEGABYTES = 100;

/** @typedef {{ ms: number, before: number, megabytes: number, rows?: number, sent?: number, firstMs?: number }} Done */

/** @param {import('./report.mjs').Report} report */
export async function statement(report) {
  const stage = new Stage('statement');
  try {
    await stage.emptyDatabase();
    const owner = await stage.owner();
    report.say(`a statement of ${lines} lines, among a month of twice as many, is being written`);
    await fillMonth(owner, { ...sizeOf(2 * lines), suppliers: 2 });
    const id = await fillStatements(owner);
    const work = async (/** @type {string} */ what) => {
      /** @type {Done} */
      const done = JSON.parse(await stage.tool('test/bench/statement-work.mjs', [what, id]));
      return done;
    };
    const { ms } = await work('first');
    report.figure({ figure: 'first-page', value: ms / 1000, unit: 's', limit: 2 });
    for (const format of ['xlsx', 'pdf']) {
      const done = await work(format);
      report.say(
        `${format}: ${((done.sent ?? 0) / 1e6).toFixed(1)} MB in ${(done.ms / 1000).toFixed(1)} s, the first of it after ${Math.round(done.firstMs ?? 0)} ms; ` +
          `${Math.round(done.megabytes)} MB resident, of which ${Math.round(done.before)} before it began`,
      );
      const value = done.megabytes - done.before;
      report.figure({ figure: `memory-${format}`, value, unit: 'MB', limit: MOST_MEGABYTES });
    }
  } finally {
    await stage.down();
  }
}

/**
 * Both suppliers' months as settled, without what households had: a statement shows sums of it alone.
 * @param {import('pg').Client} owner @returns {Promise<string>} one of the two
 */
async function fillStatements(owner) {
  await owner.query('set session_replication_role = replica');
  await owner.query(`
    insert into settlement.run (period_end, state, created_at, posted_at) values ('${PERIOD_END}', 'posted', now(), now());
    insert into settlement.line (line_id, run_id, supplier_id, gross_fen, goods_fen, fee_fen, farmer_dues_fen, payable_fen, rule_version)
      select line.id, run.id, part.supplier_id, line.amount_fen, line.amount_fen, 100, 4000, line.amount_fen - 4100, 'bench@1'
        from settlement.run, ordering.order_line line join ordering.supplier_order part on part.id = line.supplier_order_id;
    insert into settlement.statement (run_id, supplier_id, period_end, opening_fen, gross_fen, refund_fen, fee_fen, farmer_dues_fen,
                                      payable_fen, closing_fen, rule_version)
      select run_id, supplier_id, '${PERIOD_END}', 0, sum(gross_fen), 0, sum(fee_fen), sum(farmer_dues_fen), sum(payable_fen),
             sum(payable_fen), 'bench@1' from settlement.line group by run_id, supplier_id`);
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum (analyze)');
  const { rows } = await owner.query('select id from settlement.statement order by id limit 1');
  return rows[0].id;
}
