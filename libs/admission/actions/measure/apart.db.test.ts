import { watching } from '@xihuo/contract';
import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { imposeOnCase, decideCase, propose } from '../watch/case-steps';
import { handInCertificate, judgeHandedIn, revokeCertificate } from '../watch/certificates';
import { answerRecheck, decideRecheck } from '../watch/rechecks';
import { decideAppeal, fileAppeal } from './appeal';
import { liftMeasure } from './end-measure';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());
afterEach(() => desk.setClock('0 days'));

type Person = Awaited<ReturnType<WatchDesk['person']>>;
const REASON = '市场监管部门通报，已被立案';

async function licence(supplierId: string, validUntil: string): Promise<string> {
  const [row] = await desk.rows<{ id: string }>(
    `insert into admission.certificate (supplier_id, kind, number, valid_until, state, handed_in_at, verified_by, verified_at)
     values ($1, 'foodOperationLicence', 'JY16106290000000', $2, 'valid', now(), 'test', now()) returning id`,
    [supplierId, validUntil],
  );
  return row!.id;
}

async function renewed(supplierId: string, owner: Person): Promise<void> {
  const wanted = { supplierId, kind: 'foodOperationLicence', scope: '', number: 'JY16106290000001' } as const;
  const validUntil = await desk.day(900);
  const { id } = await desk.by(owner, (tx) => handInCertificate(tx, { ...wanted, validUntil }));
  const verdict = { id, version: 1, verdict: 'valid', note: '' } as const;
  await desk.by(await desk.person('reviewer'), (tx) => judgeHandedIn(tx, desk, verdict));
}

/** The last measure against a supplier, with the case behind it. */
const lastMeasure = async (supplierId: string) =>
  (
    await desk.rows<{ id: string; case_id: string }>(
      'select id, case_id from admission.measure where supplier_id = $1 order by id desc limit 1',
      [supplierId],
    )
  )[0]!;

async function appealed(owner: Person, measureId: string): Promise<string> {
  const appeal = {
    id: measureId,
    version: await desk.versionOf('measure', measureId),
    statement: '事实不符',
    files: [],
  };
  return (await desk.by(owner, (tx) => fileAppeal(tx, desk, appeal))).id;
}
const UPHELD = { version: 1, decision: 'upheld', reason: '复核后事实不成立' } as const;

describe('each case has its own measures', () => {
  test('what a renewed licence cures does not cure what people imposed on another ground', async () => {
    const { supplierId, owner } = await desk.admitted({ certifiedOn: await desk.day(-10) });
    await licence(supplierId, await desk.day(-3));
    await desk.round();
    expect(await desk.measuresOf(supplierId)).toEqual(['suspension inForce']);
    const reviewer = await desk.person('reviewer');
    const id = await desk.opened(reviewer, supplierId);
    await desk.by(reviewer, (tx) => imposeOnCase(tx, desk, { id, version: 1, kind: 'suspension', reason: REASON }));
    await renewed(supplierId, owner);
    expect(await desk.measuresOf(supplierId)).toEqual(['suspension lifted', 'suspension inForce']);
    expect(await desk.maySell(supplierId)).toBe(false);
  });

  test('what people decide in a case of machines takes the place of theirs, and is cured by nothing', async () => {
    const { supplierId, owner } = await desk.admitted({ certifiedOn: await desk.day(-10) });
    await licence(supplierId, await desk.day(-3));
    await desk.round();
    const { case_id: id } = await lastMeasure(supplierId);
    const [proposer, decider] = [await desk.person('reviewer'), await desk.person('reviewer')];
    const first = await desk.versionOf('watch_case', id);
    await desk.by(proposer, (tx) => propose(tx, desk, { id, version: first, kind: 'suspension', reason: REASON }));
    await desk.setClock('20 days');
    const version = await desk.versionOf('watch_case', id);
    await desk.by(decider, (tx) => decideCase(tx, desk, { id, version, decision: 'imposed', reason: REASON }));
    expect(await desk.measuresOf(supplierId)).toEqual(['suspension replaced', 'suspension inForce']);
    await renewed(supplierId, owner);
    expect(await desk.maySell(supplierId)).toBe(false);
  });

  test('the same twice by people in one case is refused', async () => {
    const { supplierId } = await desk.admitted();
    const reviewer = await desk.person('reviewer');
    const id = await desk.opened(reviewer, supplierId);
    const wanted = { id, kind: 'suspension', reason: REASON } as const;
    await desk.by(reviewer, (tx) => imposeOnCase(tx, desk, { ...wanted, version: 1 }));
    const again = desk.by(reviewer, (tx) => imposeOnCase(tx, desk, { ...wanted, version: 2 }));
    await expect(again).rejects.toMatchObject({ code: 'MEASURE_IN_FORCE' });
  });
});

describe('an appeal is decided by others than who established', () => {
  const refusedTo = async (person: Person, id: string) =>
    expect(desk.by(person, (tx) => decideAppeal(tx, desk, { id, ...UPHELD }))).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });

  test('that a licence was revoked', async () => {
    const { supplierId, owner } = await desk.admitted({ certifiedOn: await desk.day(-10) });
    const id = await licence(supplierId, await desk.day(300));
    const reviewer = await desk.person('reviewer');
    await desk.by(reviewer, (tx) => revokeCertificate(tx, desk, { id, version: 1, reason: '市监局公告撤销' }));
    const appeal = await appealed(owner, (await lastMeasure(supplierId)).id);
    await refusedTo(reviewer, appeal);
    await desk.by(await desk.person('reviewer'), (tx) => decideAppeal(tx, desk, { id: appeal, ...UPHELD }));
    expect(await desk.maySell(supplierId)).toBe(true);
  });

  test('that a re-check failed', async () => {
    const { supplierId, owner } = await desk.admitted({ certifiedOn: await desk.day(-10) });
    await desk.setClock('145 days');
    await desk.round();
    const [recheck] = await desk.rows<{ id: string }>(
      `select id from admission.recheck where supplier_id = $1 and kind = 'identity'`,
      [supplierId],
    );
    const { id } = recheck!;
    const answers = watching.RECHECK_ITEMS.identity.map((item) => ({ item, unchanged: true, note: '' }));
    await desk.by(owner, (tx) => answerRecheck(tx, { id, version: 1, answers }));
    const reviewer = await desk.person('reviewer');
    const failing = { id, version: 2, decision: 'failed', reason: '住所查无此企业' } as const;
    await desk.by(reviewer, (tx) => decideRecheck(tx, desk, failing));
    await refusedTo(reviewer, await appealed(owner, (await lastMeasure(supplierId)).id));
  });
});

describe('an upheld appeal', () => {
  test('annuls on the record what was lifted while it waited', async () => {
    const { supplierId, owner } = await desk.admitted();
    const reviewer = await desk.person('reviewer');
    const id = await desk.opened(reviewer, supplierId);
    await desk.by(reviewer, (tx) => imposeOnCase(tx, desk, { id, version: 1, kind: 'suspension', reason: REASON }));
    const { id: measureId } = await lastMeasure(supplierId);
    const appeal = await appealed(owner, measureId);
    const lifting = { id: measureId, version: await desk.versionOf('measure', measureId), reason: '已补充证明' };
    await desk.by(reviewer, (tx) => liftMeasure(tx, desk, lifting));
    await desk.by(await desk.person('reviewer'), (tx) => decideAppeal(tx, desk, { id: appeal, ...UPHELD }));
    expect(await desk.measuresOf(supplierId)).toEqual(['suspension annulled']);
  });

  test('against a rectification ends the suspension for being late with it', async () => {
    const { supplierId, owner } = await desk.admitted({ certifiedOn: await desk.day(-10) });
    const reviewer = await desk.person('reviewer');
    const id = await desk.opened(reviewer, supplierId);
    const wanted = { id, version: 1, kind: 'rectification', reason: REASON, dueOn: await desk.day(3) } as const;
    await desk.by(reviewer, (tx) => imposeOnCase(tx, desk, wanted));
    const { id: measureId } = await lastMeasure(supplierId);
    await desk.setClock('4 days');
    await desk.round();
    expect(await desk.maySell(supplierId)).toBe(false);
    const appeal = await appealed(owner, measureId);
    await desk.by(await desk.person('reviewer'), (tx) => decideAppeal(tx, desk, { id: appeal, ...UPHELD }));
    expect(await desk.measuresOf(supplierId)).toEqual(['rectification annulled', 'suspension lifted']);
    expect(await desk.maySell(supplierId)).toBe(true);
  });
});

describe('a licence', () => {
  test('that ended while it waited is verified by nobody', async () => {
    const { supplierId, owner } = await desk.admitted({ certifiedOn: await desk.day(-10) });
    const wanted = { supplierId, kind: 'foodOperationLicence', scope: '', number: 'JY16106290000001' } as const;
    const validUntil = await desk.day(2);
    const { id } = await desk.by(owner, (tx) => handInCertificate(tx, { ...wanted, validUntil }));
    await desk.setClock('5 days');
    const verdict = { id, version: 1, verdict: 'valid', note: '' } as const;
    const late = desk.by(await desk.person('reviewer'), (tx) => judgeHandedIn(tx, desk, verdict));
    await expect(late).rejects.toMatchObject({ code: 'CERTIFICATE_UNSOUND', extra: { fault: 'ended' } });
  });

  test('that follows a revoked one cures what the revocation brought', async () => {
    const { supplierId, owner } = await desk.admitted({ certifiedOn: await desk.day(-10) });
    const id = await licence(supplierId, await desk.day(300));
    const reviewer = await desk.person('reviewer');
    await desk.by(reviewer, (tx) => revokeCertificate(tx, desk, { id, version: 1, reason: '市监局公告撤销' }));
    expect(await desk.maySell(supplierId)).toBe(false);
    await renewed(supplierId, owner);
    expect(await desk.measuresOf(supplierId)).toEqual(['suspension lifted']);
    expect(await desk.maySell(supplierId)).toBe(true);
  });
});
