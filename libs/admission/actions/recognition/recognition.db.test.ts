import { openProductDesk, type ProductDesk, type Seller } from '@xihuo/testing';
import { decideObjection, objectTo } from '../review/object';
import { wayOfProduct } from '../product/read-way';
import { askRecognition, resubmit } from './ask-recognition';
import {
  correctRecognition,
  publish,
  rejectRecognition,
  revoke,
  stamp,
  withdrawRecognition,
} from './decide-recognition';
import { listPublicRecognitions, listRecognitions, readPublicRecognition, readRecognition } from './read-recognitions';
import { lapseDue, recogniseDue } from './recognise-due';

const COUNTY = '610629';
let desk: ProductDesk;
beforeAll(async () => {
  desk = await openProductDesk();
});
afterAll(() => desk?.close());

const SCHEME = '洛川县消费帮扶产品认定办法';
const evidence = [{ kind: 'linkageProof' as const, reference: '收购合同 3 份', fileId: null }];
const byCounty = { issuerKind: 'county' as const, scheme: SCHEME, evidence };
const STAMP = { department: 'revitalisation' as const, sealNumber: '洛乡振001', opinion: '属实' };
const stateOf = async (id: string) =>
  (await desk.rows<{ state: string }>('select state from admission.recognition where id = $1', [id]))[0]!.state;

async function approvedSeller(): Promise<Seller> {
  const seller = await desk.seller();
  await desk.approved(seller);
  return seller;
}
const officer = () => desk.person('countyRevitalisation', COUNTY);

async function stamped(seller: Seller): Promise<string> {
  const id = await desk.asked(seller);
  await desk.by(await officer(), (tx) => stamp(tx, desk, { id, version: 1, ...STAMP }));
  return id;
}
async function published(seller: Seller): Promise<{ id: string; reviewer: Awaited<ReturnType<typeof desk.person>> }> {
  const id = await stamped(seller);
  const reviewer = await desk.person('reviewer');
  await desk.by(reviewer, (tx) => publish(tx, desk, { id, version: 2, opinion: '材料齐全' }));
  return { id, reviewer };
}

test('from the stamp over the notice to a term, with its issuer named', async () => {
  const seller = await approvedSeller();
  expect(await wayOfProduct(desk.database, seller)).toMatchObject({ maySell: true, recognised: false });
  const id = await desk.asked(seller);
  const county = await officer();
  // The list says which version it showed: what is stamped from it is what was seen.
  const listed = async () =>
    (await listRecognitions(desk.database, county, { limit: 50 })).data.find((one) => one.id === id)?.version;
  expect(await listed()).toBe(1);
  await desk.by(county, (tx) => stamp(tx, desk, { id, version: 1, ...STAMP }));
  expect(await listed()).toBe(2);
  const reviewer = await desk.person('reviewer');
  await desk.by(reviewer, (tx) => publish(tx, desk, { id, version: 2, opinion: '材料齐全' }));
  await desk.does((tx) => recogniseDue(tx, desk));
  expect(await stateOf(id)).toBe('publicNotice');
  await desk.setClock('20 days');
  await desk.does((tx) => recogniseDue(tx, desk));
  expect(await readPublicRecognition(desk.database, id)).toMatchObject({
    state: 'recognised',
    issuer: { kind: 'county', name: '洛川县' },
    stampedBy: 'revitalisation',
    scheme: SCHEME,
    evidence: [{ kind: 'linkageProof', reference: '收购合同 3 份' }],
  });
  expect((await wayOfProduct(desk.database, seller)).recognised).toBe(true);
  const told = await desk.rows<{ person_id: string }>(
    `select person_id from platform.notice where key like 'product.recognised:' || $1 || '%'`,
    [id],
  );
  expect(told.map((row) => row.person_id).sort()).toEqual(
    [seller.clerk, county, reviewer].map(({ personId }) => personId).sort(),
  );

  await desk.setClock('1200 days');
  expect((await wayOfProduct(desk.database, seller)).recognised).toBe(false);
  await desk.does((tx) => lapseDue(tx, desk));
  expect(await stateOf(id)).toBe('lapsed');
  expect((await readPublicRecognition(desk.database, id)).state).toBe('lapsed');
  await desk.setClock('0 days');
});

test('what may not be sold when its notice ends waits, and goes on once the hold is lifted', async () => {
  const seller = await approvedSeller();
  const { id } = await published(seller);
  await desk.rows(
    'update admission.public_notice set starts_on = starts_on - 30, ends_on = ends_on - 30 where subject_id = $1',
    [id],
  );
  await desk.rows(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at) values ($1, 'suspension', '抽检不合格', 'test', now())`,
    [seller.supplierId],
  );
  await desk.does((tx) => recogniseDue(tx, desk));
  expect(await stateOf(id)).toBe('publicNotice');
  await desk.rows(`update admission.measure set state = 'lifted', ended_at = now() where supplier_id = $1`, [
    seller.supplierId,
  ]);
  await desk.does((tx) => recogniseDue(tx, desk));
  expect(await stateOf(id)).toBe('recognised');
});

test('the next one takes the place of the one in force', async () => {
  const seller = await desk.seller();
  const first = await desk.recognised(seller);
  const second = (await published(seller)).id;
  await desk.rows(
    'update admission.public_notice set starts_on = starts_on - 30, ends_on = ends_on - 30 where subject_id = $1',
    [second],
  );
  await desk.does((tx) => recogniseDue(tx, desk));
  expect([await stateOf(first), await stateOf(second)]).toEqual(['superseded', 'recognised']);
});

test('nothing is asked for a product whose dossier nobody approved, twice at once, or for others', async () => {
  const seller = await desk.seller();
  const wanted = { supplierId: seller.supplierId, productId: seller.productId, ...byCounty };
  const ask = (who = seller.clerk) => desk.by(who, (tx) => askRecognition(tx, desk, wanted));
  await expect(ask()).rejects.toMatchObject({ code: 'DOSSIER_NOT_APPROVED' });
  await desk.approved(seller);
  await expect(ask((await desk.seller()).clerk)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'RECOGNITION_OPEN' });
  const nameless = { ...wanted, issuerKind: 'association' as const };
  await expect(desk.by(seller.clerk, (tx) => askRecognition(tx, desk, nameless))).rejects.toMatchObject({
    code: 'ISSUER_MISSING',
  });
});

test.each([
  ['the county next door', () => desk.person('countyRevitalisation', '610630'), 'NOT_FOUND'],
  ['a reviewer', () => desk.person('reviewer'), 'FORBIDDEN'],
  ['the other department, under this one’s name', () => desk.person('countyAgriculture', COUNTY), 'FORBIDDEN'],
])('%s stamps nothing', async (_who, who, code) => {
  const id = await desk.asked(await approvedSeller());
  const person = await who();
  await expect(desk.by(person, (tx) => stamp(tx, desk, { id, version: 1, ...STAMP }))).rejects.toMatchObject({ code });
  expect(await stateOf(id)).toBe('submitted');
});

test('whoever stamped does not check, by whatever second role; nor whoever asked', async () => {
  const seller = await approvedSeller();
  const id = await desk.asked(seller);
  const county = await officer();
  await desk.by(county, (tx) => stamp(tx, desk, { id, version: 1, ...STAMP }));
  const reviewing = (await desk.person('reviewer')).grants;
  for (const who of [county, seller.clerk]) {
    const twoHats = { ...who, grants: [...who.grants, ...reviewing] };
    await expect(
      desk.by(twoHats, (tx) => publish(tx, desk, { id, version: 2, opinion: '通过' })),
    ).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
  }
  expect(await stateOf(id)).toBe('countyStamped');
});

test('sent back and handed in again, it is stamped anew', async () => {
  const seller = await approvedSeller();
  const id = await stamped(seller);
  const fields = [{ pointer: '/evidence/0', note: '合同缺页' }];
  const reviewer = await desk.person('reviewer');
  await desk.by(reviewer, (tx) => correctRecognition(tx, desk, { id, version: 2, reason: '请补正', fields }));
  await desk.by(seller.clerk, (tx) => resubmit(tx, desk, { id, version: 3, ...byCounty }));
  const view = await readRecognition(desk.database, seller.clerk, id);
  expect(view).toMatchObject({ state: 'submitted', stamp: null, corrections: [] });
  expect(view.actions.find(({ action }) => action === 'withdraw')).toEqual({
    action: 'withdraw',
    allowed: true,
    why: null,
  });
});

test('an objection that is upheld ends it, and neither stamper nor checker judges it', async () => {
  const { id, reviewer } = await published(await approvedSeller());
  const [notice] = await desk.rows<{ id: string }>('select id from admission.public_notice where subject_id = $1', [
    id,
  ]);
  const contact = { name: '示例村民', phone: '13900000001' };
  const objection = await desk.does((tx) =>
    objectTo(tx, desk, { noticeId: notice!.id, contact, statement: '原料并非本县所产，系外购' }),
  );
  const verdict = { objectionId: objection.id, version: 1, decision: 'upheld' as const, reason: '查实外购' };
  await expect(desk.by(reviewer, (tx) => decideObjection(tx, desk, verdict))).rejects.toMatchObject({
    code: 'FOUR_EYES',
  });
  expect(await stateOf(id)).toBe('publicNotice');
  const other = await desk.person('reviewer');
  await desk.by(other, (tx) => decideObjection(tx, desk, verdict));
  expect(await stateOf(id)).toBe('rejected');
  expect(await readPublicRecognition(desk.database, id)).toMatchObject({ reason: '公示异议成立：查实外购' });
  await desk.setClock('40 days');
  await desk.does((tx) => recogniseDue(tx, desk));
  expect(await stateOf(id)).toBe('rejected');
  await desk.setClock('0 days');
});

test('an objection that nobody answered holds it', async () => {
  const { id } = await published(await approvedSeller());
  const [notice] = await desk.rows<{ id: string }>('select id from admission.public_notice where subject_id = $1', [
    id,
  ]);
  const contact = { name: '示例村民', phone: '13900000002' };
  await desk.does((tx) => objectTo(tx, desk, { noticeId: notice!.id, contact, statement: '联农情况与事实不符合' }));
  await desk.setClock('40 days');
  await desk.does((tx) => recogniseDue(tx, desk));
  expect(await stateOf(id)).toBe('publicNotice');
  await desk.setClock('0 days');
});

test('before the public it falls only by an objection; the supplier may take it back, and the notice goes with it', async () => {
  const seller = await approvedSeller();
  const { id, reviewer } = await published(seller);
  const refused = { id, version: 3, reason: '改变主意' };
  await expect(desk.by(reviewer, (tx) => rejectRecognition(tx, desk, refused))).rejects.toMatchObject({
    code: 'NOT_AT_THIS_STEP',
  });
  await desk.by(seller.clerk, (tx) => withdrawRecognition(tx, desk, { ...refused, reason: '配方调整' }));
  expect(await desk.rows('select state from admission.public_notice where subject_id = $1', [id])).toEqual([
    { state: 'withdrawn' },
  ]);
});

test('a recognition is revoked by a reviewer who did not check it, and the mark is gone at once', async () => {
  const seller = await desk.seller();
  const id = await desk.recognised(seller);
  const [row] = await desk.rows<{ checked_by: string; row_version: number }>(
    'select checked_by, row_version from admission.recognition where id = $1',
    [id],
  );
  const revoking = { id, version: row!.row_version, reason: '联农约定未履行' };
  const checker = { ...(await desk.person('reviewer')), personId: row!.checked_by };
  await expect(desk.by(checker, (tx) => revoke(tx, desk, revoking))).rejects.toMatchObject({ code: 'FOUR_EYES' });
  const inForce = async () =>
    (await listPublicRecognitions(desk.database, { supplier: seller.supplierId, limit: 24 })).data.map((one) => one.id);
  expect(await inForce()).toEqual([id]);
  await desk.by(await desk.person('reviewer'), (tx) => revoke(tx, desk, revoking));
  expect(await inForce()).toEqual([]);
  expect((await wayOfProduct(desk.database, seller)).recognised).toBe(false);
});

test('the public knows nothing of what was refused before it was asked', async () => {
  const id = await stamped(await approvedSeller());
  await expect(readPublicRecognition(desk.database, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const reviewer = await desk.person('reviewer');
  await desk.by(reviewer, (tx) => rejectRecognition(tx, desk, { id, version: 2, reason: '依据无效' }));
  await expect(readPublicRecognition(desk.database, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
