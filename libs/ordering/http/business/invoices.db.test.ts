import { randomUUID } from 'node:crypto';
import { Notices } from '@xihuo/platform';
import { holding, openShop, type Shop } from '@xihuo/testing';
import { confirmSilentInvoices, tellOfLateInvoices } from '../../actions/business/invoices/follow-invoices';
import { tellOfInvoices } from '../../actions/business/invoices/tell-of-invoices';

/** Invoices over what an organisation accepted: asked for once, issued elsewhere, corrected after what went back. */

type Desk = Awaited<ReturnType<Shop['buyers']>>;
type Browser = Pick<Awaited<ReturnType<Desk['house']['signedIn']>>, 'ask'>;
let shop: Shop;
let desk: Desk;
let notices: Notices;
let digits = 0;

beforeAll(async () => {
  shop = await openShop();
  desk = await shop.buyers();
  notices = new Notices(desk.house.vault);
});
afterAll(() => holding.closeSound(shop, desk));
afterEach(() => shop.setClock('0'));

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
);
const payer = { kind: 'ordinary', title: '示例超市有限公司', taxpayerNumber: '91350100M000100Y43' };
const number = () => String(++digits).padStart(20, '2');

interface Invoiceable {
  data: { supplier: { id: string }; amount: object; parts: { supplierOrderId: string; amount: object }[] }[];
  lastPayer: { title: string } | null;
}

/** Goods of one supplier, accepted by an organisation: the month they were accepted in, and what an invoice may be asked for. */
async function accepted() {
  const shipped = await desk.shipped();
  await desk.accept(shipped.buyer, shipped.made);
  const [row] = await shop.rows<{ month: string; today: string }>(
    `select to_char(now_cn, 'YYYY-MM') as month, to_char(now_cn, 'YYYY-MM-DD') as today
       from (select platform.business_now() at time zone 'Asia/Shanghai' as now_cn) clock`,
  );
  const { month, today } = row!;
  const part = shipped.made.order.supplierOrders[0]!;
  const clerk = await desk.house.signedIn({ role: 'supplier', organisationId: part.supplier.id });
  const ask = (more: object = {}, by: Browser = shipped.buyer) =>
    by.ask(
      'POST',
      `/organisations/${shipped.at.id}/invoice-requests`,
      { month, ...payer, supplierOrderIds: [part.id], amount: desk.yuan(9_000), ...more },
      desk.key(),
    );
  const left = async () =>
    (await shipped.buyer.ask('GET', `/organisations/${shipped.at.id}/invoiceable/${month}`))
      .body as unknown as Invoiceable;
  const file = async (id: string, by: Browser = clerk) =>
    (await by.ask('POST', `/invoice-requests/${id}/files`, PDF, { 'content-type': 'application/pdf' })).body['fileId'];
  const record = async (path: 'issue' | 'red-notes', id: string, fen: number, more: object = {}) =>
    clerk.ask(
      'POST',
      `/invoice-requests/${id}/${path}`,
      { number: number(), issuedOn: today, amount: desk.yuan(fen), fileId: await file(id), ...more },
      desk.key(),
    );
  /** The buyer claims packs that turned out bad after acceptance, and the supplier grants it. */
  const giveBack = async (packs: number) => {
    const made = await shipped.buyer.ask(
      'POST',
      `/orders/${shipped.made.order.id}/after-sales`,
      {
        ...{ supplierOrderId: part.id, kind: 'refundOnly', reason: 'quality', words: '坏了' },
        photoIds: [await desk.photo(shipped.buyer, shipped.made.id)],
        lines: [{ lineId: part.lines[0]!.id, packs }],
      },
      desk.key(),
    );
    expect(made.status).toBe(201);
    const granted = await clerk.ask(
      'POST',
      `/supplier/after-sales/${made.body['id'] as string}/accept`,
      { state: 'requested' },
      desk.key(),
    );
    expect(granted.status).toBe(200);
  };
  return { ...shipped, month, today, part, clerk, ask, left, file, record, giveBack };
}

const idOf = ({ body }: { body: Record<string, unknown> }) => body['id'] as string;

test('what was accepted is asked for once, issued with the number the tax authority gave, and read by both sides alone', async () => {
  const { buyer, clerk, ask, left, record, part } = await accepted();
  expect((await left()).data).toMatchObject([
    { supplier: { id: part.supplier.id }, amount: desk.yuan(9_000), parts: [{ supplierOrderId: part.id }] },
  ]);
  const made = await ask();
  expect(made).toMatchObject({ status: 201, body: { state: 'requested', amount: desk.yuan(9_000) } });
  expect(await left()).toMatchObject({ data: [], lastPayer: { title: payer.title } });
  expect(await ask()).toMatchObject({ status: 409, code: 'INVOICE_ASKED' });

  const id = idOf(made);
  expect((await clerk.ask('GET', '/supplier/invoice-requests?waiting=supplier')).body['data']).toMatchObject([{ id }]);
  const issued = await record('issue', id, 9_000);
  expect(issued).toMatchObject({
    status: 200,
    body: { state: 'issued', papers: [{ kind: 'invoice', isReplaced: false }] },
  });
  const [paper] = issued.body['papers'] as { id: string }[];
  const path = `/invoice-requests/${id}/papers/${paper!.id}/file`;
  const read = await buyer.ask('GET', path);
  expect([read.status, Buffer.from(read.bytes).equals(PDF)]).toEqual([200, true]);
  const stranger = await desk.member((await shop.buying.organisation()).id, { duties: ['pay'] });
  const other = await desk.house.signedIn({ role: 'supplier' });
  for (const by of [stranger, other]) {
    expect((await by.ask('GET', path)).status).toBe(404);
    expect((await by.ask('GET', `/invoice-requests/${id}`)).status).toBe(404);
  }
  expect(await buyer.ask('POST', `/invoice-requests/${id}/confirm`, {})).toMatchObject({
    body: { state: 'confirmed' },
  });
  expect(await record('issue', id, 9_000)).toMatchObject({ status: 409, code: 'INVOICE_STATE' });
});

test('two who ask at once for the same goods: one invoice', async () => {
  const { ask, at } = await accepted();
  const second = await desk.member(at.id, { duties: ['pay'] });
  const answers = await Promise.all([ask(), ask({}, second), ask()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const live = await shop.rows(
    `select from ordering.invoice_item item join ordering.invoice_request request on request.id = item.request_id
      where request.organisation_id = $1 and item.is_live`,
    [at.id],
  );
  expect(live).toHaveLength(1);
});

test('what went back before the invoice is not invoiced, and what goes back afterwards is red-noted, to the fen and once', async () => {
  const { ask, buyer, record, giveBack, left, part } = await accepted();
  await giveBack(2);
  expect((await left()).data).toMatchObject([{ amount: desk.yuan(7_200) }]);
  expect(await ask()).toMatchObject({ status: 409, code: 'INVOICE_AMOUNT', body: { amount: '7200' } });
  const id = idOf(await ask({ amount: desk.yuan(7_200) }));
  await giveBack(1);
  expect(await record('issue', id, 7_200)).toMatchObject({
    status: 409,
    code: 'INVOICE_AMOUNT',
    body: { amount: '6300' },
  });
  expect(await record('red-notes', id, 900)).toMatchObject({ status: 409, code: 'INVOICE_STATE' });
  expect(await record('issue', id, 6_300)).toMatchObject({ status: 200, body: { correction: desk.yuan(0) } });
  expect(await record('red-notes', id, 900)).toMatchObject({ status: 409, code: 'INVOICE_AMOUNT' });

  await giveBack(1);
  const seen = await buyer.ask('GET', `/invoice-requests/${id}`);
  expect(seen.body).toMatchObject({ amount: desk.yuan(6_300), correction: desk.yuan(900) });
  expect(seen.body['correctionDueOn']).not.toBeNull();
  const both = await Promise.all([record('red-notes', id, 900), record('red-notes', id, 900)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const after = await buyer.ask('GET', `/invoice-requests/${id}`);
  expect(after.body).toMatchObject({
    ...{ correction: desk.yuan(0), correctionDueOn: null },
    items: [{ supplierOrderId: part.id, amount: desk.yuan(6_300), redNoted: desk.yuan(900) }],
  });
});

test('a contested invoice is issued anew in its place, or stands with the reason; a declined one may be asked for again', async () => {
  const { ask, buyer, clerk, record } = await accepted();
  const declined = idOf(await ask());
  const no = { reason: '抬头与营业执照不符' };
  expect(await clerk.ask('POST', `/invoice-requests/${declined}/decline`, no)).toMatchObject({
    body: { state: 'declined', reason: no.reason },
  });
  const id = idOf(await ask());
  await record('issue', id, 9_000);
  const contest = () => buyer.ask('POST', `/invoice-requests/${id}/contest`, { reason: '税号写错了' });
  expect(await contest()).toMatchObject({ body: { state: 'contested' } });
  expect(await contest()).toMatchObject({ status: 409, code: 'INVOICE_STATE' });
  expect(await record('issue', id, 9_000)).toMatchObject({
    body: { state: 'issued', papers: [{ isReplaced: true }, { isReplaced: false }] },
  });
  await contest();
  expect(await clerk.ask('POST', `/invoice-requests/${id}/decline`, { reason: '与申请一致，无误' })).toMatchObject({
    body: { state: 'confirmed', papers: [{ isReplaced: true }, { isReplaced: false }] },
  });
});

test('bad input is refused by name, and nothing of it stays', async () => {
  const { ask, at, buyer, clerk, file, record, today } = await accepted();
  const codes = async (answer: ReturnType<typeof ask>) => {
    const { status, body } = await answer;
    return [status, ((body['errors'] as { code: string }[]) ?? []).map(({ code }) => code)];
  };
  expect(await codes(ask({ taxpayerNumber: '91350100M000100Y44' }))).toEqual([422, ['USCC']]);
  expect(await codes(ask({ kind: 'special' }))).toEqual([422, Array(4).fill('SPECIAL_NEEDS_IT')]);
  expect(await codes(ask({ supplierOrderIds: [randomUUID()] }))).toEqual([422, ['NOT_OF_ONE']]);
  expect((await ask({ month: '2026-13' })).status).toBe(422);
  expect(await ask({ amount: desk.yuan(9_001) })).toMatchObject({ status: 409, code: 'INVOICE_AMOUNT' });
  const receiver = await desk.member(at.id, { duties: ['receive'] });
  expect(await ask({}, receiver)).toMatchObject({ status: 403, code: 'DUTY_MISSING' });
  expect(await shop.rows('select from ordering.invoice_request where organisation_id = $1', [at.id])).toEqual([]);

  const id = idOf(await ask());
  expect((await record('issue', id, 9_000, { number: '123' })).status).toBe(422);
  expect((await record('issue', id, 9_000, { issuedOn: '2099-01-01' })).status).toBe(422);
  expect(await codes(record('issue', id, 9_000, { fileId: randomUUID() }))).toEqual([422, ['FILE_UNKNOWN']]);
  expect(
    (await buyer.ask('POST', `/invoice-requests/${id}/files`, PDF, { 'content-type': 'application/pdf' })).status,
  ).toBe(403);
  const text = await clerk.ask('POST', `/invoice-requests/${id}/files`, Buffer.from('no invoice'), {
    'content-type': 'application/pdf',
  });
  expect(text).toMatchObject({ status: 422, code: 'DOCUMENT_REFUSED' });
  expect((await buyer.ask('GET', `/invoice-requests/${id}`)).body).toMatchObject({ state: 'requested', papers: [] });

  const taken = number();
  expect((await record('issue', id, 9_000, { number: taken })).status).toBe(200);
  await buyer.ask('POST', `/invoice-requests/${id}/contest`, { reason: '税号写错了' });
  const again = { number: taken, issuedOn: today, amount: desk.yuan(9_000), fileId: await file(id) };
  expect(await clerk.ask('POST', `/invoice-requests/${id}/issue`, again, desk.key())).toMatchObject({
    ...{ status: 409, code: 'INVOICE_NUMBER_TAKEN' },
  });
});

test('silence confirms an invoice, and a supplier that is late is told of once a week, as is whoever waits', async () => {
  const { ask, buyer, record, giveBack } = await accepted();
  const id = idOf(await ask());
  const lateTitles = async () => {
    await shop.does((tx) => tellOfLateInvoices(tx, notices));
    await shop.does((tx) => tellOfLateInvoices(tx, notices));
    const rows = await shop.rows<{ title_zh: string }>(
      `select title_zh from platform.notice where person_id = $1 and title_zh like '%逾期未开' order by id`,
      [buyer.personId],
    );
    return rows.map((row) => row.title_zh);
  };
  await shop.setClock('7 days');
  expect(await lateTitles()).toEqual([]);
  await shop.setClock('8 days');
  expect(await lateTitles()).toEqual(['供应商发票逾期未开']);
  await shop.setClock('15 days');
  expect(await lateTitles()).toHaveLength(2);

  await shop.setClock('0');
  await record('issue', id, 9_000);
  await shop.setClock('7 days');
  await shop.does((tx) => confirmSilentInvoices(tx));
  expect((await buyer.ask('GET', `/invoice-requests/${id}`)).body).toMatchObject({ state: 'issued' });
  await shop.setClock('8 days');
  await Promise.all([1, 2].map(() => shop.does((tx) => confirmSilentInvoices(tx))));
  expect((await buyer.ask('GET', `/invoice-requests/${id}`)).body).toMatchObject({ state: 'confirmed', dueOn: null });
  await shop.setClock('0');
  await giveBack(1);
  const events = await shop.rows<{ id: string; news: string }>(
    `select id, payload ->> 'news' as news from platform.outbox_event where payload ->> 'requestId' = $1 order by id`,
    [id],
  );
  expect(events.map(({ news }) => news)).toEqual(['ask', 'issue', 'redNoteDue']);
  const tell = () =>
    shop.does((tx) =>
      tellOfInvoices(
        tx,
        notices,
        events.map((one) => ({ eventId: one.id, requestId: id, news: one.news })),
      ),
    );
  await tell();
  await tell();
  const told = await shop.rows<{ title_zh: string }>(
    `select distinct title_zh from platform.notice where key = any ($1::text[]) order by 1`,
    [[`invoice.asked:${id}`, ...events.map((one) => `invoice:${one.id}`)]],
  );
  expect(told.map((row) => row.title_zh).sort()).toEqual(['发票已开具', '新的开票申请', '请开具红字发票'].sort());
});
