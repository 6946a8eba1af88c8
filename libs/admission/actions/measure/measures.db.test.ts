import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { readCase, readMeasure } from '../watch/read-watching';
import { closeCase, decideCase, imposeOnCase, propose, stateOnCase } from '../watch/case-steps';
import { reportExitStep, reportExitStepByHand } from '../exit/report-exit-step';
import { decideAppeal, fileAppeal } from './appeal';
import { liftMeasure } from './end-measure';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());
afterEach(() => desk.setClock('0 days'));

type Admitted = Awaited<ReturnType<WatchDesk['admitted']>>;
type Person = Awaited<ReturnType<WatchDesk['person']>>;
const REASON = '多批次农残超标，经核实属实';

async function imposed(
  reviewer: Person,
  caseId: string,
  kind: 'warning' | 'suspension' | 'rectification' | 'notice',
  more = {},
) {
  const version = await desk.versionOf('watch_case', caseId);
  const { measureId } = await desk.by(reviewer, (tx) =>
    imposeOnCase(tx, desk, { id: caseId, version, kind, reason: REASON, ...more }),
  );
  return measureId;
}

async function exited(admitted: Admitted) {
  const [proposer, decider] = [await desk.person('reviewer'), await desk.person('reviewer')];
  const id = await desk.opened(proposer, admitted.supplierId);
  const wanted = { id, kind: 'exit', reason: REASON } as const;
  const first = await desk.versionOf('watch_case', id);
  await desk.by(proposer, (tx) => propose(tx, desk, { ...wanted, version: first }));
  await desk.setClock('30 days');
  const version = await desk.versionOf('watch_case', id);
  await desk.by(decider, (tx) => decideCase(tx, desk, { id, version, decision: 'imposed', reason: REASON }));
  const [measure] = await desk.rows<{ id: string }>(
    `select id from admission.measure where case_id = $1 and kind = 'exit'`,
    [id],
  );
  return { caseId: id, measureId: measure!.id, proposer, decider };
}

test('a suspension holds on the very next read, and an upheld appeal gives the right back on the next', async () => {
  const { supplierId, owner } = await desk.admitted();
  const productId = await desk.product(supplierId);
  const [reviewer, other] = [await desk.person('reviewer'), await desk.person('reviewer')];
  const caseId = await desk.opened(reviewer, supplierId);
  expect(await desk.maySell(supplierId)).toBe(true);

  const measureId = await imposed(reviewer, caseId, 'suspension');
  expect([await desk.maySell(supplierId), await desk.maySellProduct(productId)]).toEqual([false, false]);
  expect(await desk.standing(supplierId)).toBe('suspended');

  const appeal = {
    id: measureId,
    version: await desk.versionOf('measure', measureId),
    statement: '样品并非本社产品，附证明',
    files: [],
  };
  const { id } = await desk.by(owner, (tx) => fileAppeal(tx, desk, appeal));
  const decision = { id, version: 1, decision: 'upheld', reason: '样品编号与送检记录不符' } as const;
  await expect(desk.by(reviewer, (tx) => decideAppeal(tx, desk, decision))).rejects.toMatchObject({
    code: 'FOUR_EYES',
    extra: { why: 'HAD_ANOTHER_PART' },
  });
  expect(await desk.maySell(supplierId)).toBe(false);
  await desk.by(other, (tx) => decideAppeal(tx, desk, decision));
  expect([await desk.maySell(supplierId), await desk.maySellProduct(productId)]).toEqual([true, true]);
  const view = await readMeasure(desk.database, other, 'authority', measureId);
  expect(view).toMatchObject({ state: 'annulled', appeal: { state: 'upheld' }, may: [] });
});

test('a delisting takes one product off sale and leaves the other', async () => {
  const { supplierId } = await desk.admitted();
  const [one, other] = [await desk.product(supplierId), await desk.product(supplierId)];
  const reviewer = await desk.person('reviewer');
  const id = await desk.opened(reviewer, supplierId, one);
  const wanted = { id, version: 1, kind: 'productDelisting', reason: REASON } as const;
  await desk.by(reviewer, (tx) => imposeOnCase(tx, desk, wanted));
  expect([await desk.maySellProduct(one), await desk.maySellProduct(other)]).toEqual([false, true]);
  expect(await desk.maySell(supplierId)).toBe(true);
});

describe('an exit', () => {
  test('waits until the supplier was heard, is decided by somebody else, and brings its bar and its procedure', async () => {
    const admitted = await desk.admitted();
    const [proposer, decider] = [await desk.person('reviewer'), await desk.person('reviewer')];
    const id = await desk.opened(proposer, admitted.supplierId);
    await desk.by(proposer, (tx) => propose(tx, desk, { id, version: 1, kind: 'exit', reason: REASON }));
    const decision = { id, decision: 'imposed', reason: REASON } as const;
    const own = desk.by(proposer, (tx) => decideCase(tx, desk, { ...decision, version: 2 }));
    await expect(own).rejects.toMatchObject({ code: 'FOUR_EYES' });
    const early = desk.by(decider, (tx) => decideCase(tx, desk, { ...decision, version: 2 }));
    await expect(early).rejects.toMatchObject({ code: 'STATEMENT_WINDOW_OPEN' });
    await desk.by(admitted.owner, (tx) =>
      stateOnCase(tx, desk, { id, version: 2, statement: '请求从轻处理', files: [] }),
    );
    expect(await desk.maySell(admitted.supplierId)).toBe(true);

    await desk.setClock('30 days');
    await desk.by(decider, (tx) => decideCase(tx, desk, { ...decision, version: 3 }));
    expect(await desk.standing(admitted.supplierId)).toBe('exited');
    const view = await readCase(desk.database, decider, 'authority', id);
    expect(view.measures.map(({ kind }) => kind)).toEqual(['exit', 'reAdmissionBar']);
    expect(view).toMatchObject({ state: 'closed', statements: [{ statement: '请求从轻处理' }] });
    expect(
      await desk.count(
        `select count(*) from platform.outbox_event where name = 'exitStarted' and payload ->> 'supplierId' = $1`,
        [admitted.supplierId],
      ),
    ).toBe(1);
  });

  test('is complete with its last step, and what was done stays done', async () => {
    const admitted = await desk.admitted();
    const { measureId } = await exited(admitted);
    const [exit] = await desk.rows<{ id: string }>('select id from admission.exit_procedure where measure_id = $1', [
      measureId,
    ]);
    const exitId = exit!.id;
    const say = (
      step: 'openOrders' | 'afterSales' | 'farmerDues' | 'finalStatement' | 'remainingDebts',
      state: 'blocked' | 'done',
      why = '',
    ) => desk.does((tx) => reportExitStep(tx, desk, { exitId, step, state, why }));
    await say('openOrders', 'blocked', '尚有 3 笔在途订单');
    await say('openOrders', 'done');
    await say('openOrders', 'done');
    await expect(say('openOrders', 'blocked', '又来一笔')).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    for (const step of ['afterSales', 'farmerDues', 'finalStatement', 'remainingDebts'] as const)
      await say(step, 'done');
    const operator = await desk.person('operator');
    for (const step of ['access', 'records'] as const) {
      expect(
        await desk.count(`select count(*) from admission.exit_procedure where id = $1 and state = 'running'`, [exitId]),
      ).toBe(1);
      const version = await desk.versionOf('exit_procedure', exitId);
      await desk.by(operator, (tx) =>
        reportExitStepByHand(tx, desk, { id: exitId, version, step, state: 'done', why: '已办理' }),
      );
    }
    expect(
      await desk.count(`select count(*) from admission.exit_procedure where id = $1 and state = 'completed'`, [exitId]),
    ).toBe(1);
  });

  test('annulled on appeal ends its bar and its procedure with it', async () => {
    const admitted = await desk.admitted();
    const { measureId, decider } = await exited(admitted);
    const appeal = {
      id: measureId,
      version: await desk.versionOf('measure', measureId),
      statement: '检测对象有误，请复核',
      files: [],
    };
    const { id } = await desk.by(admitted.owner, (tx) => fileAppeal(tx, desk, appeal));
    const decision = { id, version: 1, decision: 'upheld', reason: '事实认定有误' } as const;
    await expect(desk.by(decider, (tx) => decideAppeal(tx, desk, decision))).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    const other = await desk.person('reviewer');
    await desk.by(other, (tx) => decideAppeal(tx, desk, decision));
    expect(await desk.maySell(admitted.supplierId)).toBe(true);
    const left = await desk.rows('select id from admission.measure where supplier_id = $1 and ended_at is null', [
      admitted.supplierId,
    ]);
    expect(left).toEqual([]);
    expect(
      await desk.count(`select count(*) from admission.exit_procedure where measure_id = $1 and state = 'cancelled'`, [
        measureId,
      ]),
    ).toBe(1);
  });
});

describe('an appeal', () => {
  test('after the window changes nothing and leaves a line of the attempt', async () => {
    const { supplierId, owner } = await desk.admitted();
    const reviewer = await desk.person('reviewer');
    const id = await imposed(reviewer, await desk.opened(reviewer, supplierId), 'warning');
    await desk.setClock('40 days');
    const appeal = { id, version: 1, statement: '对警示不服，请求撤销', files: [] };
    await expect(desk.by(owner, (tx) => fileAppeal(tx, desk, appeal))).rejects.toMatchObject({ code: 'APPEAL_OVER' });
    expect(await desk.count('select count(*) from admission.appeal where measure_id = $1', [id])).toBe(0);
    const attempts = await desk.count(
      `select count(*) from platform.audit_content where subject_id = $1 and content like '%APPEAL_OVER%'`,
      [id],
    );
    expect(attempts).toBe(1);
  });

  test('is filed once', async () => {
    const { supplierId, owner } = await desk.admitted();
    const reviewer = await desk.person('reviewer');
    const id = await imposed(reviewer, await desk.opened(reviewer, supplierId), 'warning');
    const file = async () => {
      const version = await desk.versionOf('measure', id);
      return desk.by(owner, (tx) =>
        fileAppeal(tx, desk, { id, version, statement: '对警示不服，请求撤销', files: [] }),
      );
    };
    await file();
    await expect(file()).rejects.toMatchObject({ code: 'APPEALED_ALREADY' });
  });
});

test('a case is not closed while what it brought must still be ended by somebody', async () => {
  const { supplierId } = await desk.admitted();
  const reviewer = await desk.person('reviewer');
  const id = await desk.opened(reviewer, supplierId);
  const measureId = await imposed(reviewer, id, 'suspension');
  const close = async () => {
    const version = await desk.versionOf('watch_case', id);
    return desk.by(reviewer, (tx) => closeCase(tx, desk, { id, version, outcome: '已整改' }));
  };
  await expect(close()).rejects.toMatchObject({ code: 'MEASURE_IN_FORCE' });
  await desk.by(reviewer, (tx) => liftMeasure(tx, desk, { id: measureId, version: 1, reason: '已整改合格' }));
  await close();
  expect(await desk.maySell(supplierId)).toBe(true);
});

test('supplier and county hear of a measure, and only those of the jurisdiction read it', async () => {
  const { supplierId, owner } = await desk.admitted();
  const officer = await desk.person('countyAgriculture', '610629');
  const stranger = await desk.person('auditor', '50');
  const reviewer = await desk.person('reviewer');
  const id = await imposed(reviewer, await desk.opened(reviewer, supplierId), 'warning');
  const told = await desk.rows<{ person_id: string }>('select person_id from platform.notice where key = $1', [
    `measure.imposed:${id}`,
  ]);
  expect(told.map((one) => one.person_id)).toEqual(expect.arrayContaining([owner.personId, officer.personId]));
  expect(await readMeasure(desk.database, officer, 'authority', id)).toMatchObject({ kind: 'warning', may: [] });
  await expect(readMeasure(desk.database, stranger, 'authority', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(readMeasure(desk.database, stranger, 'supplier', id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
