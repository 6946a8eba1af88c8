import { closePeriod } from '@xihuo/ledger';
import { command, createLog } from '@xihuo/platform';
import { holding } from '@xihuo/testing';
import { openSeason, type Season } from '../../fixtures/season';
import { viewRun, viewRuns } from '../view-settlement';
import { prepareRun } from './prepare-run';
import { settleShard } from './settle-shard';
import { steerRun, tryAgain } from './steer-run';
import { workOffRuns } from './work-off-runs';

const log = createLog('silent', 'test');
let season: Season;
beforeEach(async () => {
  season = await openSeason();
  // Second rebates beside the floor price: of what the goods of every household sell for.
  await season.shop.rows(`update benefit.agreement set rebate_bp = 750 where kind = 'contractPurchase'`);
});
afterEach(() => holding.closeSound(season.shop));

const prepared = (end: string, linesAShard = 1) => season.shop.does((tx) => prepareRun(tx, end, linesAShard));
const workOff = () => workOffRuns({ database: season.shop.database, log });
const steer = (id: string, event: 'pause' | 'resume') => season.shop.does((tx) => steerRun(tx, id, event));
const standing = async (id: string) => {
  const { state, progress, failed } = await viewRun(season.shop.database, id);
  return {
    state,
    settled: progress.settled,
    shards: progress.shards,
    failed: failed.map(({ supplier }) => supplier.id),
  };
};
const sound = async () => expect(await holding.brokenInvariants(season.shop.count)).toEqual({});

test.each([1, 2, 3, 1_000])(
  'shards of about %i lines settle what one transaction settles, to the fen',
  async (lines) => {
    const end = await season.sold();
    const expected = await season.undisturbed(end);
    const id = await prepared(end, lines);
    await workOff();
    expect((await standing(id)).state).toBe('posted');
    expect(await season.books()).toEqual(expected);
    expect(expected.shares.length).toBeGreaterThan(8);
    expect(expected.subsidies.length).toBe(4);
  },
);

test('a run whose period was closed before it got there goes into the books of the first open day', async () => {
  const end = await season.sold();
  const expected = await season.undisturbed(end);
  const id = await prepared(end);
  await steer(id, 'pause');
  await season.shop.does((tx) => closePeriod(tx, end));
  await steer(id, 'resume');
  await workOff();
  expect(await standing(id)).toMatchObject({ state: 'posted', failed: [] });
  const dates = await season.shop.rows(
    `select distinct business_date = $2::date + 1 as following from ledger.transfer where source_kind = 'settlementRun' and source_id = $1`,
    [id, end],
  );
  expect(dates).toEqual([{ following: true }]);
  // Of the day that a rebate came to be owed is said what the books say; nothing else is different.
  const undated = (books: unknown) =>
    JSON.parse(JSON.stringify(books, (key, value: unknown) => (key === 'earned_on' ? undefined : value))) as unknown;
  expect(undated(await season.books())).toEqual(undated(expected));
  await sound();
});

test('workers at once do no shard twice, and a second period goes on from the first', async () => {
  for (const packs of [2, 3]) {
    const end = await season.sold(packs);
    const expected = await season.undisturbed(end);
    await prepared(end);
    await Promise.all([workOff(), workOff(), workOff()]);
    // Whoever ends last may be the one that saw another's last shard still under way.
    await workOff();
    expect(await season.books()).toEqual(expected);
    await sound();
  }
  expect((await viewRuns(season.shop.database, undefined, 10)).data.map((run) => run.progress.settled)).toEqual([4, 4]);
});

test('a paused run begins nothing more, nor does another begin beside it; resumed, it is what it would have been', async () => {
  const end = await season.sold();
  const expected = await season.undisturbed(end);
  const id = await prepared(end);
  await steer(id, 'pause');
  await workOff();
  expect(await standing(id)).toMatchObject({ state: 'paused', settled: 0, shards: 4 });
  await expect(steer(id, 'pause')).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  const next = await season.sold();
  await expect(prepared(next)).rejects.toMatchObject({ code: 'RUN_UNDER_WAY' });
  await expect(prepared(end)).rejects.toMatchObject({ code: 'RUN_EXISTS' });
  await steer(id, 'resume');
  await workOff();
  expect((await season.books()).statements).toEqual(expected.statements);
  await expect(steer(id, 'resume')).rejects.toMatchObject({ code: 'STATEMENTS_CLOSED' });
  await prepared(next);
  await workOff();
  await sound();
});

test('paused while a worker is at it, what is begun is finished and the rest waits', async () => {
  const id = await prepared(await season.sold());
  const [first] = await season.shop.rows<{ id: string }>('select id from settlement.shard order by id limit 1');
  await season.shop.does(async (tx) => {
    expect(await settleShard(tx, first!.id)).toBe(true);
    await command(season.shop.database, byFinance, (other) => steerRun(other, id, 'pause'));
  });
  await workOff();
  expect(await standing(id)).toMatchObject({ state: 'paused', settled: 1 });
  await sound();
  await steer(id, 'resume');
  await workOff();
  expect(await standing(id)).toMatchObject({ state: 'posted', settled: 4 });
});

const byFinance = { name: 'test', actor: { kind: 'system', name: 'test' }, requestId: 'test' } as const;

/** Of one supplier nothing can be settled, whatever is tried. */
async function poison(supplierId: string): Promise<void> {
  await season.shop.rows(`create function settlement.refuse() returns trigger language plpgsql as
    $$ begin if new.supplier_id = '${supplierId}' then raise exception 'no line of this one'; end if; return new; end $$`);
  await season.shop.rows(
    'create trigger refuse before insert on settlement.line for each row execute function settlement.refuse()',
  );
}

test.each([1, 1_000])(
  'a supplier that cannot be settled is set apart with the reason, and holds up nobody (shards of %i lines)',
  async (lines) => {
    const bad = season.stalls[1]!.offer.supplierId;
    const end = await season.sold();
    const expected = await season.undisturbed(end);
    await poison(bad);
    const id = await prepared(end, lines);
    await workOff();
    expect(await standing(id)).toMatchObject({ state: 'prepared', failed: [bad] });
    const { failed, progress } = await viewRun(season.shop.database, id);
    expect(failed[0]!.reason).toBe('no line of this one');
    expect(progress.settled).toBe(progress.shards - 1);
    const others = (rows: unknown[]) => (rows as { supplier_id: string }[]).filter((row) => row.supplier_id !== bad);
    expect((await season.books()).statements).toEqual(others(expected.statements));
    await sound();

    // The next period goes on without it, and does not settle what is the earlier run's.
    const next = await season.sold();
    const second = await prepared(next, lines);
    await workOff();
    expect(await standing(second)).toMatchObject({ state: 'posted', failed: [] });
    expect(await season.shop.count('select count(*) from settlement.statement where supplier_id = $1', [bad])).toBe(0);

    await season.shop.rows('drop trigger refuse on settlement.line');
    await season.shop.does((tx) => tryAgain(tx, failed[0]!.id));
    await workOff();
    expect(await standing(id)).toMatchObject({ state: 'posted', failed: [] });
    await expect(season.shop.does((tx) => tryAgain(tx, failed[0]!.id))).rejects.toMatchObject({
      code: 'STATEMENTS_CLOSED',
    });
    const own = (rows: unknown[]) => (rows as { supplier_id: string }[]).filter((row) => row.supplier_id === bad);
    expect(own((await season.books()).statements)).toEqual(own(expected.statements));
    await expect(prepared(end)).rejects.toMatchObject({ code: 'RUN_EXISTS' });
  },
);

test('an earlier period than one that was settled is not settled by itself any more', async () => {
  const early = await season.sold();
  const late = await season.sold();
  await prepared(late);
  await workOff();
  await expect(prepared(early)).rejects.toMatchObject({ code: 'LATER_PERIOD_SETTLED' });
});

test('the same statement is not made twice: the database refuses a second of one supplier and period', async () => {
  await prepared(await season.sold());
  await workOff();
  await expect(
    season.shop.rows(`insert into settlement.statement select (jsonb_populate_record(statement,
      jsonb_build_object('id', uuidv7(), 'run_id', run_id))).* from settlement.statement limit 1`),
  ).rejects.toThrow(/statement_run_id_supplier_id_key|once_a_period/);
});
