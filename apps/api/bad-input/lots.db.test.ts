import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { badInput, type Offer } from '@xihuo/testing';
import { contexts } from '../contexts';

/** What nobody may say of goods: weights that are none, lots made of themselves, ids that mean another thing. */

let at: badInput.Target;
let offer: Offer;
let clerk: badInput.Caller;
let operator: badInput.Caller;
let householdId: string;
let today: string;
/** With 10 kg in it. */
let lotId: string;

const NIL = '00000000-0000-0000-0000-000000000000';
const attempt = ['platform.audit_'];
const fresh = () => randomUUID();

beforeAll(async () => {
  at = await badInput.openTarget(contexts);
  offer = await at.shop.offer({ grams: 500n });
  clerk = await at.house.signedIn({ role: 'supplier', organisationId: offer.supplierId });
  operator = await at.house.signedIn({ role: 'operator' });
  householdId = await at.shop.household(offer.supplierId);
  today = await at.shop.scale().today();
  lotId = await at.shop.lot(offer, 10_000n);
});
afterAll(() => at?.close());

/** Somebody new: thirty refusals a minute of one person are written down, and no more. */
const anew = async () => {
  clerk = await at.house.signedIn({ role: 'supplier', organisationId: offer.supplierId });
};
const granted = async (path: string, body: object): Promise<Record<string, unknown>> => {
  const answer = await clerk.ask('POST', path, body);
  // A lot's own code is another thing than a problem's.
  expect([answer.status, answer.status < 400 || answer.code]).toEqual([201, true]);
  return answer.body;
};
/** Refused by its schema before anything was looked at: no line. */
const malformed = (path: string, body: object) =>
  at.refused({ by: clerk, path, body }, 422, 'INVALID_INPUT').then(({ body: said }) => said);
const refused = (path: string, body: object, status: number, code: string) =>
  at.refused({ by: clerk, path, body, leaves: attempt }, status, code).then(({ body: said }) => said);

const delivery = (more: object = {}) => ({
  ...{ id: fresh(), lotId, householdId, grams: 1_000, grade: 'first', deliveredOn: today },
  ...more,
});
const processing = (more: object = {}) => ({
  ...{ id: fresh(), supplierId: offer.supplierId, kind: 'mixing', performedOn: today },
  inputs: [{ lotId, grams: 1_000 }],
  outputs: [{ lotId: fresh(), productId: offer.productId, grams: 1_000 }],
  ...more,
});

describe.each([
  ['nothing', 0],
  ['less than nothing', -1],
  ['half a gram', 1.5],
  ['a word', '1000'],
  ['more than a thousand tons', 1_000_000_001],
  ['no number', Number.NaN],
])('a weight of %s', (_name, grams) => {
  test('brought', () => malformed('/supplier/deliveries', delivery({ grams })));
  test('of own output', () => malformed(`/supplier/lots/${lotId}/own-output`, { id: fresh(), grams, on: today }));
  test('lost', () => malformed(`/supplier/lots/${lotId}/losses`, { id: fresh(), grams, on: today, reason: 'drying' }));
  test('put into processing', () => malformed('/supplier/processings', processing({ inputs: [{ lotId, grams }] })));
  test('lost in processing', () =>
    malformed('/supplier/processings', processing({ losses: [{ reason: 'drying', grams }] })));
});

test.each<[string, () => object]>([
  ['a day that does not exist', () => delivery({ deliveredOn: '2026-02-30' })],
  ['an instant for a day', () => delivery({ deliveredOn: '2026-02-03T00:00:00Z' })],
  ['an id that is none', () => delivery({ id: '1' })],
  ['a grade nobody has', () => delivery({ grade: 'best' })],
  ['a price below nothing', () => delivery({ pricePerKg: { amount: '-1', currency: 'CNY' } })],
  ['a price of nothing', () => delivery({ pricePerKg: { amount: '0', currency: 'CNY' } })],
  ['a price in another currency', () => delivery({ pricePerKg: { amount: '1', currency: 'USD' } })],
  ['what counts, said by itself', () => ({ ...delivery(), counts: true })],
])('a delivery with %s', (_name, body) => malformed('/supplier/deliveries', body()));

test.each<[string, () => Promise<object>, number, string]>([
  ['in the future', async () => delivery({ deliveredOn: time.addDays(today, 1) }), 422, 'DELIVERY_DAY'],
  ['of long ago', async () => delivery({ deliveredOn: '2020-01-01' }), 422, 'DELIVERY_DAY'],
  [
    "of another supplier's household",
    async () => delivery({ householdId: await at.shop.household((await at.shop.offer()).supplierId) }),
    422,
    'DELIVERY_HOUSEHOLD',
  ],
  [
    "into another supplier's lot",
    async () => delivery({ lotId: await at.shop.lot(await at.shop.offer(), 1n) }),
    404,
    'NOT_FOUND',
  ],
  ['into no lot', async () => delivery({ lotId: NIL }), 404, 'NOT_FOUND'],
  ['with a ticket nobody handed in', async () => delivery({ ticketFileId: fresh() }), 422, 'PAPER_UNKNOWN'],
])('a delivery %s', async (_name, body, status, code) => {
  await anew();
  await refused('/supplier/deliveries', await body(), status, code);
});

describe('a known id with other content', () => {
  beforeAll(anew);
  test.each<[string, object]>([
    ['another weight', { grams: 1_001 }],
    ['another household', { householdId: NIL }],
    ['another grade', { grade: 'second' }],
    ['another day', { deliveredOn: '2026-01-01' }],
    ['another lot', { lotId: NIL }],
    ['another price', { pricePerKg: { amount: '100', currency: 'CNY' } }],
  ])('a delivery of %s', async (_name, changed) => {
    const first = delivery();
    await granted('/supplier/deliveries', first);
    await granted('/supplier/deliveries', first);
    await refused('/supplier/deliveries', { ...first, ...changed }, 409, 'ID_USED');
  });

  test.each<[string, () => object, object]>([
    ['losses', () => ({ id: fresh(), grams: 10, on: today, reason: 'drying' }), { reason: 'spoilage' }],
    ['losses', () => ({ id: fresh(), grams: 10, on: today, reason: 'drying' }), { grams: 11 }],
    ['own-output', () => ({ id: fresh(), grams: 10, on: today }), { note: '另一批' }],
    ['packings', () => ({ id: fresh(), skuId: offer.skuId, packs: 1, packedOn: today }), { packs: 2 }],
    ['certificates', () => ({ id: fresh(), basis: 'selfTest', issuedOn: today }), { basis: 'qualityControl' }],
    ['tests', () => ({ id: fresh(), ...report(fresh()), reportedOn: today }), { laboratory: '另一家' }],
  ])('%s', async (step, first, changed) => {
    const body = first();
    await granted(`/supplier/lots/${lotId}/${step}`, body);
    await granted(`/supplier/lots/${lotId}/${step}`, body);
    await refused(`/supplier/lots/${lotId}/${step}`, { ...body, ...changed }, 409, 'ID_USED');
    // Nor is the id another lot's.
    const other = await at.shop.lot(offer, 10_000n);
    await refused(`/supplier/lots/${other}/${step}`, body, 409, 'ID_USED');
  });

  test('an act of processing', async () => {
    const body = processing({ inputs: [{ lotId, grams: 1_010 }], losses: [{ reason: 'grading', grams: 10 }] });
    await granted('/supplier/processings', body);
    await granted('/supplier/processings', body);
    await refused('/supplier/processings', { ...body, kind: 'grading' }, 409, 'ID_USED');
    await refused('/supplier/processings', { ...body, losses: [{ reason: 'spoilage', grams: 10 }] }, 409, 'ID_USED');
  });

  test('a recall', async () => {
    const body = {
      id: fresh(),
      lotIds: [await at.shop.lot(offer, 10n)],
      class: 1,
      reason: '农残超标',
      notice: '请立即停止食用，凭订单退款。',
    };
    await granted('/trace/recalls', body);
    await refused('/trace/recalls', { ...body, reason: '标签错误' }, 409, 'ID_USED');
    await refused('/trace/recalls', { ...body, id: fresh() }, 409, 'LOT_RECALLED');
  });
});

const report = (reportNumber: string) => ({
  ...{ reportNumber, laboratory: '示例检测' },
  items: [{ item: '农残', value: '未检出', passed: true }],
});

describe('processing', () => {
  beforeAll(anew);

  test('of a lot into itself', () =>
    refused('/supplier/processings', processing({ outputs: [{ lotId, grams: 1_000 }] }), 409, 'LOT_CIRCLE'));

  test('in a circle of three, which is named', async () => {
    const chain = [await at.shop.lot(offer, 3_000n), fresh(), fresh()];
    const step = (from: string, into: string, isNew = true) =>
      processing({
        inputs: [{ lotId: from, grams: 500 }],
        outputs: [{ lotId: into, grams: 500, ...(isNew ? { productId: offer.productId } : {}) }],
      });
    await granted('/supplier/processings', step(chain[0]!, chain[1]!));
    await granted('/supplier/processings', step(chain[1]!, chain[2]!));
    const said = await refused('/supplier/processings', step(chain[2]!, chain[0]!, false), 409, 'LOT_CIRCLE');
    expect(said).toMatchObject({ lotId: chain[0] });
  });

  test.each<[string, object, number, string]>([
    ['that makes goods of nothing', { outputs: [{ lotId: NIL, grams: 1_001 }] }, 422, 'PROCESSING_UNBALANCED'],
    ['that loses what is not there', { losses: [{ reason: 'drying', grams: 1 }] }, 422, 'PROCESSING_UNBALANCED'],
    ['of a day to come', { performedOn: '2099-01-01' }, 422, 'LOT_DAY'],
    ['into a lot nobody has', { outputs: [{ lotId: NIL, grams: 1_000 }] }, 404, 'NOT_FOUND'],
    ['of goods nobody offers', { outputs: [{ lotId: NIL, productId: NIL, grams: 1_000 }] }, 409, 'LOT_PRODUCT'],
    ["for another's supplier", { supplierId: NIL }, 404, 'NOT_FOUND'],
  ])('%s', (_name, changed, status, code) => refused('/supplier/processings', processing(changed), status, code));

  test('of more than is in the lot', async () => {
    const small = await at.shop.lot(offer, 999n);
    const body = processing({ inputs: [{ lotId: small, grams: 1_000 }] });
    await refused('/supplier/processings', body, 409, 'LOT_MASS_BALANCE');
  });

  test.each<[string, object]>([
    ['of no lot', { inputs: [] }],
    ['into no lot', { outputs: [] }],
    ['of a hundred and one lots', { inputs: Array.from({ length: 101 }, () => ({ lotId: fresh(), grams: 1 })) }],
    ['of an unknown kind', { kind: 'magic' }],
  ])('%s', (_name, changed) => malformed('/supplier/processings', processing(changed)));

  test('of one lot named twice', () =>
    refused(
      '/supplier/processings',
      processing({
        inputs: [
          { lotId, grams: 500 },
          { lotId, grams: 500 },
        ],
      }),
      422,
      'INVALID_INPUT',
    ));
});

describe('what leaves a lot', () => {
  beforeAll(anew);

  test('more lost than is in it', async () => {
    const small = await at.shop.lot(offer, 100n);
    const body = { id: fresh(), grams: 101, on: today, reason: 'spoilage' };
    await refused(`/supplier/lots/${small}/losses`, body, 409, 'LOT_MASS_BALANCE');
  });

  test('more packed than is in it, or of other goods', async () => {
    const small = await at.shop.lot(offer, 999n);
    const packed = { id: fresh(), skuId: offer.skuId, packs: 2, packedOn: today };
    await refused(`/supplier/lots/${small}/packings`, packed, 409, 'LOT_MASS_BALANCE');
    const { skuId } = await at.shop.offer();
    await refused(`/supplier/lots/${small}/packings`, { ...packed, skuId }, 409, 'LOT_NOT_FOR_PRODUCT');
    await malformed(`/supplier/lots/${small}/packings`, { ...packed, packs: 0 });
  });

  test('a certificate of nothing', async () => {
    const empty = await at.shop.lot(offer, 0n);
    const body = { id: fresh(), basis: 'selfTest', issuedOn: today };
    await refused(`/supplier/lots/${empty}/certificates`, body, 409, 'LOT_EMPTY');
  });

  test('anything of a recalled lot', async () => {
    const bad = await at.shop.lot(offer, 5_000n);
    await granted('/trace/recalls', {
      id: fresh(),
      lotIds: [bad],
      class: 1,
      reason: '农残超标',
      notice: '请立即停止食用，凭订单退款。',
    });
    await refused(`/supplier/lots/${bad}/own-output`, { id: fresh(), grams: 1, on: today }, 409, 'LOT_RECALLED');
    const packed = { id: fresh(), skuId: offer.skuId, packs: 1, packedOn: today };
    await refused(`/supplier/lots/${bad}/packings`, packed, 409, 'LOT_RECALLED');
    await refused('/supplier/deliveries', delivery({ lotId: bad }), 409, 'LOT_RECALLED');
    await refused('/supplier/processings', processing({ inputs: [{ lotId: bad, grams: 1_000 }] }), 409, 'LOT_RECALLED');
  });
});

describe('a recall', () => {
  const recall = (more: object) => ({
    id: fresh(),
    lotIds: [lotId],
    class: 1,
    reason: '农残超标',
    notice: '请立即停止食用，凭订单退款。',
    ...more,
  });
  test.each<[string, object]>([
    ['of nothing', { lotIds: [] }],
    ['of a fourth class', { class: 4 }],
    ['for no reason', { reason: '' }],
  ])('%s', (_name, changed) => malformed('/trace/recalls', recall(changed)));

  test('of a lot nobody has', () => refused('/trace/recalls', recall({ lotIds: [NIL] }), 404, 'NOT_FOUND'));

  test('of the lots of two suppliers at once', async () => {
    const body = recall({ lotIds: [lotId, await at.shop.lot(await at.shop.offer(), 10n)] });
    await at.refused({ by: operator, path: '/trace/recalls', body, leaves: attempt }, 422, 'INVALID_INPUT');
  });
});

test.each<[string, string, string[]?]>([
  // Exports are open to all and counted.
  ['a code nobody printed', '/lots/L2611010Z0Z789ABC/epcis', ['platform.rate_window']],
  ['a number that is not its own', '/digital-links/09520000000011/L2611010Z0Z789ABC'],
  ['a label of a lot nobody has', `/supplier/lots/${NIL}/label?format=svg`],
])('%s leads nowhere', (_name, path, leaves = []) =>
  at.refused({ by: clerk, method: 'GET', path, leaves }, 404, 'NOT_FOUND'),
);

test.each<[string, string]>([
  ['a label of a format nobody prints', `/supplier/lots/${NIL}/label?format=exe`],
  ['a list behind a place that is none', '/supplier/lots?cursor=bm93aGVyZQ'],
])('%s is refused', (_name, path) => at.refused({ by: clerk, method: 'GET', path }, 422, 'INVALID_INPUT'));
