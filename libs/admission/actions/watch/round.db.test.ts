import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { verifyMeasure } from '../measure/end-measure';
import { planToPutRight, reportPutRight } from '../measure/rectify';
import { closeCase, imposeOnCase } from './case-steps';
import { handInCertificate, judgeHandedIn, revokeCertificate } from './certificates';
import { runRound } from './run-round';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());
afterEach(() => desk.setClock('0 days'));

const recent = async () => desk.admitted({ certifiedOn: await desk.day(-10) });

async function certificate(
  supplierId: string,
  validUntil: string,
  more: { kind?: string; productId?: string; scope?: string } = {},
) {
  const { kind = 'foodOperationLicence', productId = null, scope = '' } = more;
  const [row] = await desk.rows<{ id: string }>(
    `insert into admission.certificate (supplier_id, product_id, kind, scope, number, valid_until, state, handed_in_at, verified_by, verified_at)
     values ($1, $2, $3, $4, 'JY1' || left(gen_random_uuid()::text, 8), $5, 'valid', now(), 'test', now()) returning id`,
    [supplierId, productId, kind, scope, validUntil],
  );
  return row!.id;
}

test('each step of a day is done once; the next day it is done again', async () => {
  await desk.rows('delete from admission.watch_round');
  const first = await runRound(desk.database, desk);
  expect(first.map(({ step }) => step)).toContain('signals');
  expect(await runRound(desk.database, desk)).toEqual([]);
  await desk.setClock('1 day');
  expect(await runRound(desk.database, desk)).toHaveLength(first.length);
});

test('two workers at once do a step once', async () => {
  await desk.rows('delete from admission.watch_round');
  const letGo = await desk.hold(`select pg_advisory_xact_lock(hashtext('admission.watch.endings'))`);
  const both = [runRound(desk.database, desk), runRound(desk.database, desk)];
  await desk.untilWaiting(2);
  await letGo();
  const done = (await Promise.all(both)).flat().map(({ step }) => step);
  expect(done.length).toBe(new Set(done).size);
});

test('the end of an admission is told of 30 days before, also where that day was missed', async () => {
  const { supplierId, owner } = await recent();
  const told = () => desk.noticesOf(owner.personId, 'certification.ending:');
  await desk.rows('update admission.certification set valid_until = $2 where supplier_id = $1', [
    supplierId,
    await desk.day(32),
  ]);
  await desk.rows(
    `insert into admission.watch_round (day, step, found, done_at) values ($1, 'reminders', 0, now()) on conflict do nothing`,
    [await desk.day(0)],
  );
  await desk.setClock('4 days');
  await runRound(desk.database, desk);
  await desk.setClock('5 days');
  await runRound(desk.database, desk);
  expect(await told()).toBe(1);
});

test('whoever is certified is watched, with the licences of the evidence', async () => {
  const { supplierId } = await recent();
  await desk.round();
  await desk.round();
  expect(
    await desk.rows('select kind, number, state from admission.certificate where supplier_id = $1', [supplierId]),
  ).toEqual([{ kind: 'businessLicence', number: '93150125YY0001004B', state: 'valid' }]);
});

describe('a licence that ends', () => {
  test('is told of 30, 7 and 1 days before, once each, and a missed day is made up', async () => {
    const { supplierId, owner } = await recent();
    await certificate(supplierId, await desk.day(40));
    const told = () => desk.noticesOf(owner.personId, 'certificate.ending');
    const at = async (days: number) => {
      await desk.setClock(`${days} days`);
      await desk.round();
      return told();
    };
    expect([await at(0), await at(10), await at(11), await at(34), await at(35), await at(39), await at(40)]).toEqual([
      0, 1, 1, 2, 2, 3, 3,
    ]);
  });

  test('stops all sales the day after its last, and none before', async () => {
    const { supplierId } = await recent();
    await certificate(supplierId, await desk.day(0));
    await desk.round();
    expect(await desk.maySell(supplierId)).toBe(true);
    await desk.setClock('1 day');
    await desk.round();
    expect(await desk.maySell(supplierId)).toBe(false);
    await desk.round();
    expect(await desk.measuresOf(supplierId)).toEqual(['suspension inForce']);
  });

  test('is cured by a renewed one that somebody verified, on the very next read', async () => {
    const { supplierId, owner } = await recent();
    await certificate(supplierId, await desk.day(-3));
    await desk.round();
    expect(await desk.maySell(supplierId)).toBe(false);
    const renewed = {
      supplierId,
      kind: 'foodOperationLicence',
      scope: '',
      number: 'JY16106290000001',
      validUntil: await desk.day(900),
    } as const;
    const { id } = await desk.by(owner, (tx) => handInCertificate(tx, renewed));
    expect(await desk.maySell(supplierId)).toBe(false);
    const verdict = { id, version: 1, verdict: 'valid', note: '' } as const;
    await expect(desk.by(owner, (tx) => judgeHandedIn(tx, desk, verdict))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await desk.by(await desk.person('reviewer'), (tx) => judgeHandedIn(tx, desk, verdict));
    expect(await desk.maySell(supplierId)).toBe(true);
    expect(await desk.measuresOf(supplierId)).toEqual(['suspension lifted']);
    expect(
      await desk.count(`select count(*) from admission.watch_case where supplier_id = $1 and state <> 'closed'`, [
        supplierId,
      ]),
    ).toBe(0);
  });

  test('does nothing where another of its kind and scope stands in for it', async () => {
    const { supplierId } = await recent();
    await certificate(supplierId, await desk.day(-3), { kind: 'foodProductionLicence', scope: '114' });
    await certificate(supplierId, await desk.day(300), { kind: 'foodProductionLicence', scope: '114' });
    await desk.round();
    expect(await desk.maySell(supplierId)).toBe(true);
  });

  test('of another scope stands in for nothing', async () => {
    const { supplierId } = await recent();
    await certificate(supplierId, await desk.day(-3), { kind: 'foodProductionLicence', scope: '114' });
    await certificate(supplierId, await desk.day(300), { kind: 'foodProductionLicence', scope: '101' });
    await desk.round();
    expect(await desk.maySell(supplierId)).toBe(false);
  });

  test('of one product holds that product', async () => {
    const { supplierId } = await recent();
    const [held, other] = [await desk.product(supplierId), await desk.product(supplierId)];
    await certificate(supplierId, await desk.day(-3), { kind: 'testReport', productId: held });
    await desk.round();
    expect([await desk.maySellProduct(held), await desk.maySellProduct(other)]).toEqual([false, true]);
  });

  test('people closed the case: the machine does not open it again', async () => {
    const { supplierId } = await recent();
    const id = await certificate(supplierId, await desk.day(-3), { kind: 'organic' });
    await desk.round();
    const [found] = await desk.rows<{ id: string; row_version: number }>(
      'select id, row_version from admission.watch_case where source_key = $1',
      [`certificate:${id}`],
    );
    const wanted = { id: found!.id, version: found!.row_version, outcome: '产品已不再标注有机' };
    await desk.by(await desk.person('reviewer'), (tx) => closeCase(tx, desk, wanted));
    await desk.round();
    expect(await desk.count('select count(*) from admission.watch_case where supplier_id = $1', [supplierId])).toBe(1);
  });

  test('revoked by its issuer acts at once', async () => {
    const { supplierId } = await recent();
    const id = await certificate(supplierId, await desk.day(300));
    const reviewer = await desk.person('reviewer');
    await desk.by(reviewer, (tx) => revokeCertificate(tx, desk, { id, version: 1, reason: '市监局公告撤销' }));
    expect(await desk.maySell(supplierId)).toBe(false);
  });
});

test('what was not put right in time suspends, until somebody has verified it', async () => {
  const { supplierId, owner } = await recent();
  const reviewer = await desk.person('reviewer');
  const caseId = await desk.opened(reviewer, supplierId);
  const asked = {
    id: caseId,
    version: 1,
    kind: 'rectification',
    reason: '标签与标准不符，限期整改',
    dueOn: await desk.day(10),
  } as const;
  const { measureId: id } = await desk.by(reviewer, (tx) => imposeOnCase(tx, desk, asked));
  await desk.setClock('11 days');
  await desk.round();
  expect(await desk.maySell(supplierId)).toBe(false);
  const version = () => desk.versionOf('measure', id);
  const plan = {
    rootCause: '标签供应商印错批次',
    correctiveAction: '全部下架重贴标签',
    preventiveAction: '入库双人核对标签',
  };
  await desk.by(owner, async (tx) => planToPutRight(tx, desk, { id, version: await version(), ...plan }));
  // A plan that came late is not late again the next morning: the work takes longer than a day.
  await desk.setClock('12 days');
  await desk.round();
  await desk.by(owner, async (tx) =>
    reportPutRight(tx, desk, { id, version: await version(), report: '已全部重贴并核对完毕', files: [] }),
  );
  expect(await desk.maySell(supplierId)).toBe(false);
  const verdict = { id, version: await version(), verdict: 'verified', note: '抽查 20 件均合格' } as const;
  await desk.by(reviewer, (tx) => verifyMeasure(tx, desk, verdict));
  expect(await desk.maySell(supplierId)).toBe(true);
  expect(await desk.measuresOf(supplierId)).toEqual(['rectification lifted', 'suspension lifted']);
});

test('a warning is over after its months, and a machine never sends anybody out', async () => {
  const { supplierId } = await recent();
  const reviewer = await desk.person('reviewer');
  const wanted = {
    id: await desk.opened(reviewer, supplierId),
    version: 1,
    kind: 'warning',
    reason: '两次逾期发货未说明',
  } as const;
  await desk.by(reviewer, (tx) => imposeOnCase(tx, desk, wanted));
  await desk.setClock('100 days');
  await desk.round();
  expect(await desk.standing(supplierId)).toBe('warned');
  await desk.setClock('190 days');
  await desk.round();
  expect((await desk.measuresOf(supplierId))[0]).toBe('warning expired');
  const exit = desk.does(async (tx) =>
    tx.client.query(
      `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at) values ($1, 'exit', 'x', 'system:watching', now())`,
      [supplierId],
    ),
  );
  await expect(exit).rejects.toThrow('measure_by_people');
});
