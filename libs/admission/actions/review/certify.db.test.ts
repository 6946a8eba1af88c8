import { openReviewDesk, type ReviewDesk } from '@xihuo/testing';
import { certifyDue } from './certify-due';
import { cancelInspection, noteCredit, orderInspection } from './inspect';
import { readReview } from './read-review';
import { reject, requestCorrections } from './send-back';

let desk: ReviewDesk;
beforeAll(async () => {
  desk = await openReviewDesk();
});
afterAll(() => desk?.close());
afterEach(() => desk.setClock('0 days'));

const certify = () => desk.does((tx) => certifyDue(tx, desk));

async function onNotice() {
  const { id, supplierId, submitter } = await desk.application();
  await desk.published(id);
  return { id, supplierId, submitter };
}

test('a licence that ran out during the notice is held for people, never rejected by machine', async () => {
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const { id } = await desk.application({ licenceValidUntil: soon });
  await desk.published(id);
  await desk.setClock('20 days');
  await certify();
  await certify();
  expect(await desk.state(id)).toBe('publicNotice');
  const reviewer = await desk.person('reviewer');
  const view = await readReview(desk.database, reviewer, id);
  expect(view.notices[0]).toMatchObject({ state: 'open', held: true });
  expect(view.actions.find(({ action }) => action === 'reject')).toEqual({
    action: 'reject',
    allowed: true,
    why: null,
  });
  const wanted = { applicationId: id, version: view.version, reason: '营业执照已到期' };
  await desk.by(reviewer, (tx) => reject(tx, desk, wanted));
  expect(await desk.state(id)).toBe('rejected');
});

test.each([
  [
    'a register that lists its name since',
    async (id: string) => {
      const snapshot = { register: 'judgmentDefaulter', status: 'listed', reason: '（示例）执行案号' } as const;
      const [{ day }] = (await desk.rows<{ day: string }>(
        `select to_char(platform.business_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`,
      )) as [{ day: string }];
      const snapshots = [{ ...snapshot, queriedOn: day, source: 'test' }];
      await desk.by(await desk.person('reviewer'), (tx) => noteCredit(tx, desk, { applicationId: id, snapshots }));
    },
    'listed as a judgment defaulter',
  ],
  [
    'a visit that is outstanding',
    async (id: string) => {
      const order = { applicationId: id, plannedOn: '2099-01-01', reason: '核实异议' };
      await desk.by(await desk.person('reviewer'), (tx) => orderInspection(tx, desk, order));
    },
    'an inspection on site is outstanding',
  ],
  [
    'a bar that came meanwhile',
    (id: string) =>
      desk.rows(
        `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at, ends_on)
         select supplier_id, 'reAdmissionBar', 'x', 'person:x', now(), '2099-01-01' from admission.application where id = $1`,
        [id],
      ),
    'barred from re-admission until 2099-01-01',
  ],
])('%s holds the certification, and a reviewer sends it back', async (_, happens, why) => {
  const { id, submitter } = await onNotice();
  await happens(id);
  await desk.setClock('20 days');
  await certify();
  expect(await desk.state(id)).toBe('publicNotice');
  const reviewer = await desk.person('reviewer');
  const view = await readReview(desk.database, reviewer, id);
  expect(view.heldFor.map(({ en }) => en)).toEqual([why]);
  expect(
    await desk.count(
      `select count(*) from platform.notice where person_id = $1 and key like 'application.heldBack:%'`,
      [submitter.personId],
    ),
  ).toBe(1);
  const fields = [{ pointer: '/subject/address', note: '请说明' }];
  const wanted = { applicationId: id, version: view.version, reason: '请补正', fields };
  await desk.by(reviewer, (tx) => requestCorrections(tx, desk, wanted));
  expect(await desk.state(id)).toBe('correctionsRequested');
  expect((await readReview(desk.database, reviewer, id)).notices[0]).toMatchObject({ state: 'withdrawn' });
});

test('what held it has gone: the next day it is admitted', async () => {
  const { id } = await onNotice();
  const visit = { applicationId: id, plannedOn: '2099-01-01', reason: '核实异议' };
  const inspector = await desk.person('reviewer');
  const { id: inspectionId } = await desk.by(inspector, (tx) => orderInspection(tx, desk, visit));
  await desk.setClock('20 days');
  await certify();
  const off = { inspectionId, version: 1, reason: '已由县里核实' };
  await desk.by(inspector, (tx) => cancelInspection(tx, desk, off));
  await certify();
  expect(await desk.state(id)).toBe('publicNotice');
  await desk.setClock('21 days');
  await certify();
  expect(await desk.state(id)).toBe('certified');
});

test('who left and was admitted again sells again; who leaves meanwhile is held', async () => {
  const { supplierId } = await onNotice();
  const exit = (startedAt: string) =>
    desk.rows(
      `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at) values ($1, 'exit', 'x', 'person:x', $2)`,
      [supplierId, startedAt],
    );
  await exit('2020-01-01');
  await desk.setClock('20 days');
  await certify();
  const standing = await desk.rows(
    'select standing, may_sell from admission.supplier_standing_v where supplier_id = $1',
    [supplierId],
  );
  expect(standing).toEqual([{ standing: 'certified', may_sell: true }]);

  await desk.setClock('0 days');
  const other = await onNotice();
  await desk.rows(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at)
     values ($1, 'exit', 'x', 'person:x', platform.business_now())`,
    [other.supplierId],
  );
  await desk.setClock('20 days');
  await certify();
  expect(await desk.state(other.id)).toBe('publicNotice');
});

test('particulars of who is admitted already enter the register with the next certification', async () => {
  const { id, supplierId } = await onNotice();
  await desk.rows(
    `insert into admission.certification (supplier_id, application_id, certified_on, valid_until)
     select supplier_id, id, '2020-01-01', '2023-01-01' from admission.application where id = $1`,
    [id],
  );
  const subject = {
    ...{ kind: 'cooperative', nameZh: '示例更名合作社', nameEn: '', uscc: '93150125YY0001004B', countyCode: '610629' },
    ...{ address: '新址', legalRepresentative: '示例某', establishedOn: '2020-01-01' },
    ...{ licenceValidUntil: null, licenceWithoutTerm: true },
  };
  await desk.rows('update admission.application set form = $2 where id = $1', [id, JSON.stringify({ subject })]);
  await desk.setClock('20 days');
  await certify();
  expect(await desk.rows('select name_zh, address from registry.organisation where id = $1', [supplierId])).toEqual([
    { name_zh: '示例更名合作社', address: '新址' },
  ]);
});

test('a second certification takes the place of the first', async () => {
  const { id, supplierId } = await onNotice();
  await desk.rows(
    `insert into admission.certification (supplier_id, application_id, certified_on, valid_until)
     select supplier_id, id, '2020-01-01', '2023-01-01' from admission.application where id = $1`,
    [id],
  );
  await desk.setClock('20 days');
  await certify();
  expect(
    await desk.count('select count(*) from admission.certification where supplier_id = $1 and valid_until > now()', [
      supplierId,
    ]),
  ).toBe(1);
});
