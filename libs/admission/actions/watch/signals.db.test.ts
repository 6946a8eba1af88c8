import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { closeCase } from './case-steps';
import { reportSignal, reportSignals } from './report-signals';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());
afterEach(() => desk.setClock('0 days'));

const recent = async () => desk.admitted({ certifiedOn: await desk.day(-10) });

describe('what others report', () => {
  async function traded(supplierId: string, orders: bigint, complaints: bigint) {
    const on = await desk.day(-5);
    await desk.does((tx) =>
      reportSignals(tx, [
        { supplierId, kind: 'order', day: on, amount: orders, source: 'test' },
        { supplierId, kind: 'complaint', day: on, amount: complaints, source: 'test' },
      ]),
    );
  }

  test.each([
    [100n, 2n, []],
    [100n, 3n, []],
    [100n, 5n, ['warning inForce']],
    [100n, 15n, ['suspension inForce']],
    [29n, 29n, []],
  ])('%d orders and %d complaints: %j', async (orders, complaints, expected) => {
    const { supplierId } = await recent();
    await traded(supplierId, orders, complaints);
    await desk.round();
    await desk.round();
    expect(await desk.measuresOf(supplierId)).toEqual(expected);
    const found = orders >= 30n && complaints * 100n >= 3n * orders ? 1 : 0;
    expect(await desk.count('select count(*) from admission.watch_case where supplier_id = $1', [supplierId])).toBe(
      found,
    );
  });

  test('what was told twice is counted once, and what is of today tomorrow', async () => {
    const { supplierId } = await recent();
    const on = await desk.day(0);
    const tell = () =>
      desk.does((tx) => reportSignal(tx, supplierId, 'awardIgnored', { day: on, amount: 1n, source: 'dispute:1' }));
    await tell();
    await tell();
    expect(await desk.count('select sum(amount) from admission.signal where supplier_id = $1', [supplierId])).toBe(1);
    await desk.round();
    expect(await desk.measuresOf(supplierId)).toEqual([]);
    await desk.setClock('1 day');
    await desk.round();
    expect(await desk.measuresOf(supplierId)).toEqual(['suspension inForce']);
  });

  test('what people have judged does not count again', async () => {
    const { supplierId } = await recent();
    await traded(supplierId, 100n, 3n);
    await desk.round();
    const [found] = await desk.rows<{ id: string; row_version: number }>(
      'select id, row_version from admission.watch_case where supplier_id = $1',
      [supplierId],
    );
    const wanted = { id: found!.id, version: found!.row_version, outcome: '投诉均为同一买家恶意' };
    await desk.by(await desk.person('reviewer'), (tx) => closeCase(tx, desk, wanted));
    await desk.round();
    expect(await desk.count('select count(*) from admission.watch_case where supplier_id = $1', [supplierId])).toBe(1);
  });
});
