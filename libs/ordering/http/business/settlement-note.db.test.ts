import { holding, openShop, type Shop } from '@xihuo/testing';
import { PDFDocument } from 'pdf-lib';
import { notePartsOf, noteLinesOf } from '../../store/business/settlement-note.sql';

/** What a settlement note says is what the order, the claims and the books say. */

type Desk = Awaited<ReturnType<Shop['buyers']>>;
let shop: Shop;
let desk: Desk;

beforeAll(async () => {
  shop = await openShop();
  desk = await shop.buyers();
});
afterAll(() => holding.closeSound(shop, desk));

const partsOf = (organisationId: string, purchaseId: string) =>
  shop.does((tx) => tx.sql(notePartsOf, [organisationId, purchaseId, null, null]));

test('ordered is credited, paid, open and not accepted yet; what is open is what the books say, part by part and line by line', async () => {
  const { at, buyer, made, parts, send } = await desk.ofTwoSuppliers();
  expect((await partsOf(at.id, made.id)).map((part) => part.not_due_fen)).toEqual([5_000n, 5_000n]);
  await send(0);
  const rejections = [{ lineId: parts[0]!.lines[0]!.id, packs: 1, reason: 'quality' }];
  const photoIds = [await desk.photo(buyer, made.id)];
  await desk.accept(buyer, made, { supplierOrderId: parts[0]!.id, rejections, photoIds });
  await desk.transfer(1_500n, made.payCode);
  const rows = await partsOf(at.id, made.id);
  expect(rows.find((part) => part.accepted_on !== null)).toMatchObject({
    ...{ ordered_fen: 5_000n, credited_fen: 1_000n, paid_fen: 1_500n, open_fen: 2_500n, not_due_fen: 0n },
  });
  const [books] = await shop.rows<{ fen: string }>(
    `select balance.balance_fen as fen from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
      where account.code = 'buyerReceivable' and account.owner_id = $1`,
    [at.id],
  );
  const open = rows.reduce((sum, part) => sum + part.open_fen, 0n);
  expect(BigInt(books!.fen)).toBe(open);
  const lines = await shop.does((tx) => tx.sql(noteLinesOf, [at.id, made.id, null, null]));
  expect(lines.find((line) => line.sent_packs > 0)).toMatchObject({
    ...{
      ordered_packs: 5,
      sent_packs: 5,
      accepted_packs: 4,
      refused_packs: 1,
      amount_fen: 5_000n,
      credited_fen: 1_000n,
    },
  });
  const sum = (field: 'amount_fen' | 'credited_fen') => lines.reduce((total, line) => total + line[field], 0n);
  expect([sum('amount_fen'), sum('credited_fen')]).toEqual([10_000n, 1_000n]);
});

test('it is a PDF and a workbook, of an order and of a month, for its organisation alone', async () => {
  const { at, buyer, made } = await desk.shipped();
  await desk.accept(buyer, made);
  const stranger = await desk.member((await shop.buying.organisation()).id, { duties: ['pay'] });
  const receiver = await desk.member(at.id, { duties: ['receive'] });
  const [clock] = await shop.rows<{ month: string }>(
    `select to_char(platform.business_now() at time zone 'Asia/Shanghai', 'YYYY-MM') as month`,
  );
  const month = `/organisations/${at.id}/settlement-notes/${clock!.month}/file`;
  const order = `/purchase-orders/${made.id}/settlement-note/file`;
  for (const path of [month, order]) {
    const pdf = await buyer.ask('GET', path);
    expect(pdf.status).toBe(200);
    expect((await PDFDocument.load(pdf.bytes)).getPageCount()).toBe(2);
    const sheet = await buyer.ask('GET', `${path}?format=xlsx`);
    expect([sheet.status, sheet.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await stranger.ask('GET', path)).status).toBe(404);
  }
  expect(await receiver.ask('GET', month)).toMatchObject({ status: 403, code: 'DUTY_MISSING' });
  expect((await receiver.ask('GET', order)).status).toBe(200);
  expect((await buyer.ask('GET', `${order}?format=docx`)).status).toBe(422);
}, 300_000);
