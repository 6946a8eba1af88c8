import { openProductDesk, type ProductDesk, type Seller } from '@xihuo/testing';
import { approveListings } from '../approve-listings';
import { approveDossier, correctDossier, rejectDossier, withdrawDossier } from './decide-dossier';
import { endListing } from './end-listing';
import { listVersions, readDossier } from './read-dossiers';
import { wayOfProduct } from './read-way';

let desk: ProductDesk;
beforeAll(async () => {
  desk = await openProductDesk();
});
afterAll(() => desk?.close());

const CHECKLIST = ['P04', 'P05', 'P06', 'P12'];
const passed = CHECKLIST.map((criterion) => ({ criterion, result: 'pass' as const, note: '' }));
const REASON = '逐项核对完毕';
const stateOf = async (id: string) =>
  (await desk.rows<{ state: string }>('select state from admission.product_dossier where id = $1', [id]))[0]!.state;
const refusals = (id: string) =>
  desk.rows<{ action: string; code: string }>(
    `select content::json ->> 'action' as action, content::json -> 'after' ->> 'refused' as code
       from platform.audit_content where subject_id = $1 and content::json -> 'after' ->> 'refused' is not null
      order by entry_id`,
    [id],
  );

test('a dossier that was approved opens the listing; it sells from the next statement on', async () => {
  const seller = await desk.seller();
  const id = await desk.sent(seller);
  expect(await desk.maySell(seller)).toBe(false);
  const reviewer = await desk.person('reviewer');
  const view = await readDossier(desk.database, reviewer, id);
  expect(view.checklist.map(({ criterion, result }) => [criterion, result])).toEqual([
    ['P04', 'pass'],
    ['P05', 'pass'],
    ['P06', 'notApplicable'],
    ['P12', 'pass'],
  ]);
  const items = passed.map((item) => (item.criterion === 'P06' ? { ...item, note: '市场同款均价相近' } : item));
  await desk.by(reviewer, (tx) => approveDossier(tx, desk, { id, version: view.version, items, reason: REASON }));
  expect(await desk.maySell(seller)).toBe(true);
  expect(
    await desk.rows('select kind, number, state from admission.certificate where supplier_id = $1', [
      seller.supplierId,
    ]),
  ).toEqual([{ kind: 'testReport', number: 'T-1', state: 'valid' }]);
  const told = await desk.rows(
    `select 1 from platform.notice where person_id = $1 and key like 'product.dossierApproved:%'`,
    [seller.clerk.personId],
  );
  expect(told).toHaveLength(1);
});

describe('who may not approve', () => {
  let seller: Seller;
  let id: string;
  beforeAll(async () => {
    seller = await desk.seller();
    id = await desk.sent(seller);
    await desk.rows('update admission.product_dossier set submitted_by = $2 where id = $1', [
      id,
      seller.clerk.personId,
    ]);
  });

  test.each([
    [
      'a reviewer of the very supplier',
      async () => ({ ...(await desk.person('reviewer', null, seller.supplierId)) }),
      'FOUR_EYES',
    ],
    [
      'whoever sent it, by a second role',
      async () => ({ ...seller.clerk, grants: [...seller.clerk.grants, ...(await desk.person('reviewer')).grants] }),
      'FOUR_EYES',
    ],
    ['a reviewer of another province', () => desk.person('reviewer', '50'), 'NOT_FOUND'],
    ['an auditor', () => desk.person('auditor', '61'), 'FORBIDDEN'],
    ['the supplier', () => Promise.resolve(seller.clerk), 'FORBIDDEN'],
  ])('%s', async (_who, who, code) => {
    const person = await who();
    const wanted = { id, version: await desk.dossierVersion(id), items: passed, reason: REASON };
    await expect(desk.by(person, (tx) => approveDossier(tx, desk, wanted))).rejects.toMatchObject({ code });
    expect(await stateOf(id)).toBe('submitted');
    expect((await refusals(id)).at(-1)).toEqual({ action: 'dossier.approve', code });
  });

  test('nor anybody while publishing is paused, and the refusal is on record', async () => {
    const reviewer = await desk.person('reviewer');
    const pause = (paused: boolean) =>
      desk.rows(`update platform.switch set paused = $1, reason = '示例' where name = 'publishing'`, [paused]);
    await pause(true);
    const wanted = { id, version: await desk.dossierVersion(id), items: passed, reason: REASON };
    await expect(desk.by(reviewer, (tx) => approveDossier(tx, desk, wanted))).rejects.toMatchObject({
      code: 'PUBLISHING_PAUSED',
    });
    await pause(false);
    expect(await stateOf(id)).toBe('submitted');
    expect((await refusals(id)).at(-1)).toEqual({ action: 'dossier.approve', code: 'PUBLISHING_PAUSED' });
  });

  test('nor anybody by what they read before it changed', async () => {
    const reviewer = await desk.person('reviewer');
    const wanted = { id, version: 99, items: passed, reason: REASON };
    await expect(desk.by(reviewer, (tx) => approveDossier(tx, desk, wanted))).rejects.toMatchObject({
      code: 'STALE_VERSION',
    });
  });
});

test.each([
  ['one item is missing', passed.slice(1), 'CHECKLIST_INCOMPLETE'],
  ['one is ticked twice', [...passed, passed[0]!], 'CHECKLIST_INCOMPLETE'],
  [
    'one is of no standard',
    [...passed, { criterion: 'P99', result: 'pass' as const, note: '' }],
    'CHECKLIST_INCOMPLETE',
  ],
  [
    'a blocking one fails',
    passed.map((item) => ({ ...item, result: 'fail' as const, note: '不符' })),
    'CHECKLIST_INCOMPLETE',
  ],
  ['the machine says otherwise and no note says why', passed, 'CHECKLIST_INCOMPLETE'],
])('nothing is approved where %s', async (_what, items, code) => {
  const id = await desk.sent(await desk.seller(), { testReport: null });
  const wanted = { id, version: await desk.dossierVersion(id), items, reason: REASON };
  const reviewer = await desk.person('reviewer');
  await expect(desk.by(reviewer, (tx) => approveDossier(tx, desk, wanted))).rejects.toMatchObject({ code });
});

test('what the law keeps from sale is approved by nobody', async () => {
  const seller = await desk.seller();
  await desk.rows(`update catalogue.product set sale_banned_reason = '非食品' where id = $1`, [seller.productId]);
  const id = await desk.sent(seller);
  const wanted = { id, version: await desk.dossierVersion(id), items: passed, reason: REASON };
  const reviewer = await desk.person('reviewer');
  await expect(desk.by(reviewer, (tx) => approveDossier(tx, desk, wanted))).rejects.toMatchObject({
    code: 'NOT_APPROVABLE',
  });
});

test('a suspended supplier lists nothing', async () => {
  const seller = await desk.seller();
  const id = await desk.sent(seller);
  await desk.rows(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at) values ($1, 'suspension', 'test', 'test', now())`,
    [seller.supplierId],
  );
  const wanted = { id, version: await desk.dossierVersion(id), items: passed, reason: REASON };
  const reviewer = await desk.person('reviewer');
  await expect(desk.by(reviewer, (tx) => approveDossier(tx, desk, wanted))).rejects.toMatchObject({
    code: 'SUPPLIER_NOT_IN_STANDING',
  });
});

test('a corrected dossier is the next version, and the approved one sells until it is approved', async () => {
  const seller = await desk.seller();
  const first = await desk.approved(seller);
  const second = await desk.sent(seller, { brand: '示例牌', trademarkNumber: '123' });
  const reviewer = await desk.person('reviewer');
  const fields = [{ pointer: '/form/brand', note: '与商标证不符' }];
  const sentBack = { id: second, version: 1, fields, reason: '请补正' };
  await desk.by(reviewer, (tx) => correctDossier(tx, desk, sentBack));
  expect(await desk.maySell(seller)).toBe(true);
  const third = await desk.sent(seller, { brand: '真名', trademarkNumber: '123' });
  expect(await stateOf(second)).toBe('superseded');
  const view = await readDossier(desk.database, reviewer, third);
  expect(view.changed).toEqual(['/form/brand', '/form/trademarkNumber']);
  const items = passed.map((item) => ({ ...item, note: '核对' }));
  await desk.by(reviewer, (tx) =>
    approveDossier(tx, desk, { id: third, version: view.version, items, reason: REASON }),
  );
  expect([await stateOf(first), await stateOf(third)]).toEqual(['superseded', 'approved']);
  // Any of them leads to all, for whoever may read them.
  expect((await listVersions(desk.database, reviewer, second)).data).toMatchObject([
    { id: third, dossierVersion: 3, state: 'approved' },
    { id: second, dossierVersion: 2, state: 'superseded' },
    { id: first, dossierVersion: 1, state: 'superseded' },
  ]);
  const elsewhere = await desk.person('reviewer', '50');
  await expect(listVersions(desk.database, elsewhere, second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(desk.sent(seller, { brand: '真名', trademarkNumber: '123' })).rejects.toMatchObject({
    code: 'DOSSIER_UNCHANGED',
  });
});

test('a refused dossier and one that was taken back are over', async () => {
  const seller = await desk.seller();
  const reviewer = await desk.person('reviewer');
  const refused = await desk.sent(seller);
  await desk.by(reviewer, (tx) => rejectDossier(tx, desk, { id: refused, version: 1, reason: '产地不实' }));
  expect(await stateOf(refused)).toBe('rejected');
  const again = { id: refused, version: 2, reason: '再次' };
  await expect(desk.by(reviewer, (tx) => rejectDossier(tx, desk, again))).rejects.toMatchObject({
    code: 'NOT_AT_THIS_STEP',
  });
  const takenBack = await desk.sent(seller, { brand: '甲' });
  await desk.by(seller.clerk, (tx) => withdrawDossier(tx, { id: takenBack, version: 1, reason: '资料有误' }));
  expect(await stateOf(takenBack)).toBe('withdrawn');
});

test('nobody shows the papers of others by naming them', async () => {
  const other = await desk.seller();
  const fileId = '01890000-0000-7000-8000-000000000001';
  await desk.rows(
    `insert into admission.product_paper values ($1, $2, $3, decode(repeat('00', 32), 'hex'), 1, $4, now())`,
    [fileId, other.supplierId, other.productId, other.clerk.personId],
  );
  const originEvidence = [{ kind: 'baseRecord' as const, reference: '备案', fileId }];
  await expect(desk.sent(await desk.seller(), { originEvidence })).rejects.toMatchObject({ code: 'PAPER_UNKNOWN' });
  await desk.sent(other, { originEvidence });
});

test('no machine approves what machines found faults in', async () => {
  const seller = await desk.seller();
  await desk.sent(seller, { testReport: null });
  await expect(desk.does((tx) => approveListings(tx, [seller]))).rejects.toThrow(/P04/);
  expect(await desk.maySell(seller)).toBe(false);
});

test('a listing that was ended sells nothing at once, and a new dossier brings it back', async () => {
  const seller = await desk.seller();
  await desk.approved(seller);
  const { supplierId, productId } = seller;
  const stranger = (await desk.seller()).clerk;
  const wanted = { supplierId, productId, version: 1, reason: '停产' };
  await expect(desk.by(stranger, (tx) => endListing(tx, desk, wanted))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await desk.by(seller.clerk, (tx) => endListing(tx, desk, wanted));
  expect(await desk.maySell(seller)).toBe(false);
  const way = await wayOfProduct(desk.database, seller);
  expect(way.steps.find(({ step }) => step === 'listingOpen')).toMatchObject({ met: false, turn: 'supplier' });
  const next = await desk.sent(seller, { brand: '乙', trademarkNumber: '9' });
  const items = passed.map((item) => ({ ...item, note: '核对' }));
  await desk.by(await desk.person('reviewer'), (tx) =>
    approveDossier(tx, desk, { id: next, version: 1, items, reason: REASON }),
  );
  expect(await desk.maySell(seller)).toBe(true);
});

test('a price far above what others ask is found, with both prices named', async () => {
  const { productId } = await approvedSeller(1_000n);
  const third = await desk.seller({ priceFen: 5_000n, productId });
  const id = await desk.sent(third);
  const view = await readDossier(desk.database, await desk.person('reviewer'), id);
  expect(view.checklist.find(({ criterion }) => criterion === 'P06')).toMatchObject({
    result: 'fail',
    sentence: { zh: '500g 折合每500克 50.00 元，高于其他 1 个同款报价的中位数 10.00 元' },
  });
  expect(view.facts.peers).toEqual({ median: { amount: '1000', currency: 'CNY' }, offers: 1 });
});

async function approvedSeller(priceFen: bigint): Promise<Seller> {
  const seller = await desk.seller({ priceFen });
  await desk.approved(seller);
  return seller;
}
