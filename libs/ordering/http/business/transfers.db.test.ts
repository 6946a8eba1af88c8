import { randomUUID } from 'node:crypto';
import { holding, openShop, type Shop } from '@xihuo/testing';

type Desk = Awaited<ReturnType<Shop['buyers']>>;
type Finance = Awaited<ReturnType<Desk['house']['signedIn']>>;
let shop: Shop;
let desk: Desk;
let yuan: Desk['yuan'];
let [first, second] = [] as unknown as [Finance, Finance];

beforeAll(async () => {
  shop = await openShop();
  desk = await shop.buyers();
  ({ yuan } = desk);
  [first, second] = [await desk.house.signedIn({ role: 'finance' }), await desk.house.signedIn({ role: 'finance' })];
});
afterAll(() => holding.closeSound(shop, desk));
afterEach(async () => {
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
});

/** `version` as it was read; two, where its order was named once. */
const confirm = (by: Finance, id: unknown, version = 2) =>
  by.ask('POST', `/bank-transfers/${String(id)}/confirm`, undefined, {
    ...desk.key(),
    'if-match': `"${version}"`,
  });
/** As it was entered, where no version is said. */
const match = (by: Finance, id: unknown, named: object, version: unknown = 1) =>
  by.ask('POST', `/bank-transfers/${String(id)}/match`, named, { ...desk.key(), 'if-match': `"${String(version)}"` });
const propose = (by: Finance, body: object) =>
  by.ask('POST', '/transfer-returns', { reason: '重复登记', ...body }, desk.key());
const decide = (by: Finance, id: unknown, decision: string, reason = '已核对银行流水') =>
  by.ask('POST', `/transfer-returns/${String(id)}/decide`, { decision, reason }, desk.key());
/** Proposed by one and approved by the other. */
async function approved(body: object) {
  const { body: made } = await propose(first, body);
  expect(await decide(second, made['id'], 'approve')).toMatchObject({ status: 200, body: { state: 'approved' } });
  return made['id'];
}
const creditOf = (organisationId: string) =>
  shop.count(
    `select coalesce(sum(balance_fen), 0) from ledger.account_v held join ledger.balance_v on account_id = held.id
      where code = 'buyerCredit' and owner_id = $1`,
    [organisationId],
  );

/** Ten packs at ten yuan, issued to an organisation. */
async function issued(payment: 'onTerms' | 'payFirst') {
  const at = await shop.buying.organisation({ payment });
  const buyer = await desk.member(at.id, { duties: ['order', 'receive', 'pay'], limitFen: 1_000_000n });
  const offer = await shop.offer({ priceFen: 1_000n, stock: 500 });
  const lot = await shop.lot(offer, 500_000n);
  const made = desk.viewOf(await desk.ordered(buyer, at, { offer, packs: 10, fen: 1_000n }));
  const seen = async () => (await buyer.ask('GET', `/purchase-orders/${made.id}`)).body;
  const send = () => shop.ship(made.order as never, new Map([[offer.productId, lot]]));
  return { at, buyer, made, seen, send };
}

test('what one has written down pays nothing until another confirms it, once', async () => {
  const { made, seen, at } = await issued('payFirst');
  const { body } = await desk.enterTransfer(first, 10_000n, made.payCode);
  expect(body).toMatchObject({ state: 'named', purchaseNumber: made.number, organisation: null, mayConfirm: false });
  expect(await creditOf(at.id)).toBe(0);
  expect(await seen()).toMatchObject({ order: { state: 'awaitingPayment' } });
  expect(await confirm(first, body['id'])).toMatchObject({ status: 403, code: 'FOUR_EYES' });
  const both = await Promise.all([confirm(second, body['id']), confirm(second, body['id'])]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await seen()).toMatchObject({ order: { state: 'paid' } });
  expect((await confirm(second, body['id'])).code).toBe('TRANSFER_MATCHED');
  expect((await confirm(second, randomUUID())).code).toBe('NOT_FOUND');
});

test('whoever names the order by hand does not confirm it either', async () => {
  const { made } = await issued('payFirst');
  const { body } = await desk.enterTransfer(first, 10_000n, '货款');
  const named = { purchaseNumber: made.number, note: '按户名与金额' };
  expect((await confirm(second, body['id'])).code).toBe('TRANSFER_NOT_NAMED');
  expect(await match(second, body['id'], named)).toMatchObject({
    status: 200,
    body: { state: 'named', matchedBy: 'person', mayConfirm: false },
  });
  for (const one of [first, second]) expect((await confirm(one, body['id'])).code).toBe('FOUR_EYES');
  const third = await desk.house.signedIn({ role: 'finance' });
  expect(await confirm(third, body['id'])).toMatchObject({ status: 200, body: { state: 'matched' } });
});

test('only the order that was read is confirmed: a transfer that names another since is read anew', async () => {
  const [read, other] = [await issued('payFirst'), await issued('payFirst')];
  const { body } = await desk.enterTransfer(first, 10_000n, read.made.payCode);
  const third = await desk.house.signedIn({ role: 'finance' });
  const named = { purchaseNumber: other.made.number, note: '按户名与金额' };
  const renamed = await match(third, body['id'], named, body['version']);
  const version = renamed.body['version'] as number;
  expect(await confirm(second, body['id'], body['version'] as number)).toMatchObject({
    ...{ status: 412, code: 'STALE_VERSION', body: { version } },
  });
  expect([await creditOf(read.at.id), await creditOf(other.at.id)]).toEqual([0, 0]);
  expect(await other.seen()).toMatchObject({ order: { state: 'awaitingPayment' } });
  expect((await second.ask('POST', `/bank-transfers/${String(body['id'])}/confirm`, undefined, desk.key())).code).toBe(
    'VERSION_MISSING',
  );
  expect(await confirm(second, body['id'], version)).toMatchObject({ status: 200, body: { state: 'matched' } });
  expect(await other.seen()).toMatchObject({ order: { state: 'paid' } });
});

test('of two who name its order the second reads first what the other named', async () => {
  const [one, other] = [await issued('payFirst'), await issued('payFirst')];
  const { body } = await desk.enterTransfer(first, 10_000n, '货款');
  const named = (made: { number: string }) => ({ purchaseNumber: made.number, note: '按户名与金额' });
  const { body: now } = await match(first, body['id'], named(one.made), body['version']);
  expect(await match(second, body['id'], named(other.made), body['version'])).toMatchObject({
    ...{ status: 412, code: 'STALE_VERSION', body: { version: now['version'] } },
  });
  expect(await match(second, body['id'], named(other.made), now['version'])).toMatchObject({
    body: { purchaseNumber: other.made.number },
  });
});

test('a transfer that never came is reversed by two: what it paid on terms is owed again, and paid by the true one', async () => {
  const { made, seen, send, buyer, at } = await issued('onTerms');
  await send();
  await desk.accept(buyer, made, {});
  const wrong = await desk.transfer(12_000n, made.payCode, { bankReference: 'TWICE' });
  expect(await seen()).toMatchObject({ order: { state: 'paid' } });
  const wanted = { kind: 'reversal', transferId: wrong.body['id'] };
  const { body: proposal } = await propose(first, wanted);
  expect((await propose(first, wanted)).code).toBe('NOT_AT_THIS_STEP');
  expect((await decide(first, proposal['id'], 'approve')).code).toBe('FOUR_EYES');
  expect((await decide(second, proposal['id'], 'withdraw')).code).toBe('FOUR_EYES');
  expect(await creditOf(at.id)).toBe(2_000);
  await decide(second, proposal['id'], 'approve');
  expect(await creditOf(at.id)).toBe(0);
  expect(await seen()).toMatchObject({
    order: { state: 'onTerms' },
    receivables: [{ paid: yuan(0), open: yuan(10_000) }],
  });
  expect((await decide(second, proposal['id'], 'send', 'BANK-OUT-0')).code).toBe('NOT_AT_THIS_STEP');
  const [day] = await shop.rows<{ month: string }>(
    `select to_char(platform.business_now() at time zone 'Asia/Shanghai', 'YYYY-MM') as month`,
  );
  const statement = await buyer.ask('GET', `/organisations/${at.id}/statements/${day!.month}`);
  expect(statement.body).toMatchObject({ transferred: yuan(0), closing: yuan(10_000) });
  // The same movement of the bank, written down as it truly was.
  expect(await desk.transfer(10_000n, made.payCode, { bankReference: 'TWICE' })).toMatchObject({
    body: { state: 'matched', used: [{ amount: yuan(10_000) }] },
  });
  expect(await seen()).toMatchObject({ order: { state: 'paid' } });
});

test('paid first by a transfer that never came, nothing leaves until it is paid', async () => {
  const { made, send, seen } = await issued('payFirst');
  const wrong = await desk.transfer(10_000n, made.payCode);
  await approved({ kind: 'reversal', transferId: wrong.body['id'] });
  await expect(send()).rejects.toMatchObject({ code: 'ORDER_STATE' });
  await desk.transfer(10_000n, made.payCode);
  expect(await seen()).toMatchObject({ receivables: [{ open: yuan(0) }] });
  await send();
});

test('what was paid over is sent back by two, and told with the bank’s name for it; its transfer is then not reversed', async () => {
  const { made, at } = await issued('payFirst');
  const paid = await desk.transfer(13_000n, made.payCode);
  expect(paid.body).toMatchObject({ organisation: { credit: yuan(3_000) } });
  const wanted = { kind: 'credit', organisationId: at.id, amount: yuan(3_000) };
  expect((await propose(first, { ...wanted, amount: yuan(3_001) })).code).toBe('CREDIT_TOO_SMALL');
  const [one, other] = [await propose(first, wanted), await propose(first, wanted)];
  expect(await decide(second, one.body['id'], 'approve')).toMatchObject({ body: { state: 'approved', mine: 'send' } });
  expect(await creditOf(at.id)).toBe(0);
  expect((await decide(second, other.body['id'], 'approve')).code).toBe('CREDIT_TOO_SMALL');
  expect(await decide(second, other.body['id'], 'refuse')).toMatchObject({ body: { state: 'refused' } });
  expect(await decide(second, one.body['id'], 'send', 'BANK-OUT-1')).toMatchObject({
    body: { state: 'sent', bankReference: 'BANK-OUT-1', mine: null },
  });
  const reversal = await propose(first, { kind: 'reversal', transferId: paid.body['id'] });
  expect((await decide(second, reversal.body['id'], 'approve')).code).toBe('TRANSFER_SPENT');
});

test('a transfer that nobody matches goes back to whoever paid, and nothing else becomes of it', async () => {
  const { body } = await desk.enterTransfer(first, 500n, '');
  const unmatched = { kind: 'unmatched', transferId: body['id'] };
  await approved(unmatched);
  expect((await propose(first, unmatched)).code).toBe('TRANSFER_ENDED');
  const { made } = await issued('payFirst');
  const named = { purchaseNumber: made.number, note: '按户名' };
  expect((await match(first, body['id'], named)).code).toBe('TRANSFER_ENDED');
  const { data } = (await first.ask('GET', '/transfer-returns')).body as { data: object[] };
  expect(data[0]).toMatchObject({ kind: 'unmatched', amount: yuan(500), payee: '示例超市有限公司', mine: 'send' });
  const matched = await desk.transfer(10_000n, made.payCode);
  expect((await propose(first, { kind: 'unmatched', transferId: matched.body['id'] })).code).toBe('TRANSFER_MATCHED');
});

test('approving asks for a second factor of five minutes', async () => {
  const { body } = await desk.enterTransfer(first, 700n, '');
  const { body: made } = await propose(first, { kind: 'unmatched', transferId: body['id'] });
  await shop.rows(`update identity.session set second_factor_at = second_factor_at - interval '6 minutes'`);
  expect((await decide(second, made['id'], 'approve')).code).toBe('STEP_UP_REQUIRED');
  await shop.rows(`update identity.session set second_factor_at = second_factor_at + interval '6 minutes'`);
  expect(await decide(second, made['id'], 'approve')).toMatchObject({ status: 200 });
});
