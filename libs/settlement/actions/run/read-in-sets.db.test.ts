import { holding } from '@xihuo/testing';
import { lines } from '@xihuo/ordering';
import { openSeason, type Season } from '../../fixtures/season';
import { takeLines } from '../../store/run.sql';
import { runSettlement } from '../run-settlement';
import { prepareRun } from './prepare-run';

/** A shard reads what it needs once, not once a line: a house that is new, and a table that is empty still, are where the planner errs. */

let season: Season;
beforeAll(async () => {
  season = await openSeason();
});
afterAll(() => holding.closeSound(season.shop));

test('lines settled before are looked up once for all of a shard', async () => {
  for (let day = 0; day < 3; day += 1) await season.sold();
  const end = await season.sold();
  await season.shop.rows('analyze settlement.line');
  const suppliers = season.stalls.map(({ offer }) => offer.supplierId);
  const undone = new Error('undone');
  let scans = Infinity;
  const taken = season.shop.does(async (tx) => {
    const run = await prepareRun(tx, end);
    await lines.openSettleable(tx, end, suppliers);
    const sofar = async () =>
      (
        await tx.client.query<{ scans: number }>(
          `select seq_scan::int as scans from pg_stat_xact_user_tables where relid = 'settlement.line'::regclass`,
        )
      ).rows[0]!.scans;
    const before = await sofar();
    await tx.sql(takeLines, [run, end]);
    const after = await sofar();
    expect((await tx.client.query('select from settlement.line')).rowCount).toBe(16);
    scans = after - before;
    throw undone;
  });
  await expect(taken).rejects.toBe(undone);
  expect(scans).toBeLessThan(16);
});

test('what was sent from lots is asked of the lines of the shard, not of all there ever was', async () => {
  await season.shop.rows(`insert into trace.movement (order_line_id, lot_id, shipment_id, packs, grams, moved_at)
    select uuidv7(), (select id from trace.lot order by id limit 1), uuidv7(), 1, 1, now() from generate_series(1, 20000)`);
  await season.shop.rows('analyze trace.movement');
  const end = await season.sold();
  const read = await season.shop.does(async (tx) => {
    const sofar = async () =>
      (
        await tx.client.query<{ rows: number }>(
          `select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relid = 'trace.movement'::regclass`,
        )
      ).rows[0]!.rows;
    const before = await sofar();
    await runSettlement(tx, end);
    return (await sofar()) - before;
  });
  await season.shop.rows('delete from trace.movement where order_line_id not in (select id from ordering.order_line)');
  expect(read).toBeLessThan(10_000);
});
