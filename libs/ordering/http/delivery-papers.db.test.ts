import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { holding, openHouse, openShop, type House, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { catalogueParts } from '@xihuo/catalogue';
import { paymentParts } from '@xihuo/payment';
import { traceParts } from '@xihuo/trace';
import { FILES, Files } from '@xihuo/platform';
import { PDFDocument } from 'pdf-lib';
import { fromBuffer, type Entry } from 'yauzl';
import sharp from 'sharp';
import { attached } from '../actions/papers/document-pack';
import { orderingParts } from '../index';

/** What goes with a delivery: for the buyer, the supplier, and an auditor of the place, as it stood on the day it left. */

let shop: Shop;
let house: House;
let offer: Offer;
let lotId: string;
const kept = new Map<string, Buffer>();
const files = new Files({
  put: (sha256, bytes) => Promise.resolve(void kept.set(sha256, bytes)),
  get: (sha256) => Promise.resolve(kept.get(sha256) ?? null),
});

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({
    field: shop,
    parts: [catalogueParts, traceParts, paymentParts, orderingParts],
    overrides: () => [{ provide: FILES, useValue: files }],
  });
  offer = await shop.offer({ stock: 100, grams: 500n });
  lotId = await shop.lot(offer, 100_000n);
}, 60_000);
afterAll(() => holding.closeSound(house));
afterEach(() => shop.setClock('0'));

async function fileOf(shade: number) {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: shade, g: 0, b: 0 } } })
    .png()
    .toBuffer();
  return (await shop.does((tx) => files.put(tx, { bytes, purpose: 'test' })))!;
}

const certificate = (kind: string, number: string, until: string | null, verified: string, more: object = {}) => {
  const { file = null, product = null, state = 'valid' } = more as Record<string, string | null>;
  return shop.rows(
    `insert into admission.certificate (supplier_id, product_id, kind, number, valid_until, file_id, state, handed_in_at, verified_by, verified_at)
     values ($1, $2, $3, $4, platform.business_now()::date + $5::integer, $6, $7, now(), 'test', platform.business_now() + $8::interval)`,
    [offer.supplierId, product, kind, number, until, file, state, verified],
  );
};

async function delivered(): Promise<{ order: PlacedOrder; parcelId: string }> {
  const order = await shop.paidOrder({ offer, quantity: 2 });
  await shop.ship(order, new Map([[offer.productId, lotId]]));
  const [row] = await shop.rows<{ id: string }>('select id from ordering.shipment where supplier_order_id = $1', [
    order.supplierOrders[0]!.id,
  ]);
  return { order, parcelId: row!.id };
}

const entriesOf = (zip: Buffer) =>
  new Promise<Map<string, Buffer>>((resolve, reject) => {
    const found = new Map<string, Buffer>();
    fromBuffer(zip, { lazyEntries: true }, (error, opened) => {
      if (error) return reject(error);
      opened.on('entry', (entry: Entry) =>
        opened.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            found.set(entry.fileName, Buffer.concat(chunks));
            opened.readEntry();
          });
        }),
      );
      opened.on('end', () => resolve(found));
      opened.readEntry();
    });
  });

test('only papers that were valid on the day it left go with it, whatever happened to them since', async () => {
  const licence = await fileOf(10);
  await certificate('businessLicence', 'L-1', null, '-30 days', { file: licence.id });
  await certificate('foodProductionLicence', 'OVER', '-1', '-30 days');
  await certificate('foodOperationLicence', 'NOT-YET', '300', '1 day');
  await certificate('organic', 'REPLACED-SINCE', '20', '-30 days', { state: 'replaced' });
  await certificate('greenFood', 'REVOKED', '300', '-30 days', { state: 'revoked' });
  await certificate('testReport', 'OTHER-PRODUCT', '300', '-30 days', { product: randomUUID() });
  const gone = await fileOf(20);
  kept.delete(gone.sha256);
  await certificate('testReport', 'OWN-PRODUCT', '300', '-30 days', { product: offer.productId, file: gone.id });
  const report = (number: string, passed: boolean, day: number) =>
    shop.rows(
      `insert into trace.lot_test (id, lot_id, report_number, laboratory, reported_on, passed, items, recorded_at, recorded_by)
       values (uuidv7(), $1, $2, '示例检测中心', platform.business_now()::date + $4::integer, $3, '[]', now(), 'test')`,
      [lotId, number, passed, day],
    );
  await report('T-1', true, -3);
  await report('T-FAILED', false, -3);
  await report('T-LATER', true, 2);
  const { order, parcelId } = await delivered();
  await shop.setClock('40 days');

  const guest = house.browser('shop');
  const path = `/orders/${order.id}/parcels/${parcelId}/papers`;
  const list = await guest.ask('GET', path, undefined, { 'order-token': order.token });
  expect(list.status).toBe(200);
  const numbers = (list.body as { papers: { number: string; kind: string }[] }).papers
    .filter(({ kind }) => kind !== 'lotCertificate')
    .map(({ number }) => number);
  expect(numbers.sort()).toEqual(['L-1', 'OWN-PRODUCT', 'REPLACED-SINCE', 'T-1']);
  expect((await guest.ask('GET', path)).status).toBe(401);

  const zip = await guest.ask('GET', `${path}/file`, undefined, { 'order-token': order.token });
  expect(zip.status).toBe(200);
  const entries = await entriesOf(zip.bytes);
  const names = [...entries.keys()];
  expect(names).toEqual(expect.arrayContaining(['00_清单.json', '00_清单.pdf']));
  const own = names.find((name) => name.includes('营业执照'))!;
  expect(entries.get(own)).toEqual(kept.get(licence.sha256));
  expect((await PDFDocument.load(entries.get('00_清单.pdf')!)).getPageCount()).toBe(1);
  const told = JSON.parse(entries.get('00_清单.json')!.toString('utf8')) as {
    papers: { number: string; file: string | null; isLost: boolean }[];
  };
  const inPack = (wanted: string) => {
    const { file, isLost } = told.papers.find(({ number }) => number === wanted)!;
    return { file, isLost };
  };
  expect(inPack('L-1')).toEqual({ file: own, isLost: false });
  expect(inPack('T-1')).toEqual({ file: null, isLost: false });
  // Handed in once and gone since: whoever reads the list knows that there was a paper.
  expect(inPack('OWN-PRODUCT')).toEqual({ file: null, isLost: true });
  expect(attached(inPack('OWN-PRODUCT'), 0)).toMatch('附件缺失');
  expect(attached(inPack('T-1'), 0)).toMatch('仅登记编号');
});

test('a packing list and an address label are printed of what is to be sent, and of a parcel; for its supplier alone', async () => {
  const clerk = await house.signedIn({ role: 'supplier', organisationId: offer.supplierId });
  const stranger = await house.signedIn({ role: 'supplier' });
  const open = await shop.paidOrder({ offer, quantity: 3 });
  const printOf = (id: string, more: string) => `/supplier/orders/${id}/print?${more}`;
  const partId = open.supplierOrders[0]!.id;
  for (const paper of ['packingList', 'addressLabel']) {
    const printed = await clerk.ask('GET', printOf(partId, `paper=${paper}`));
    expect(printed.status).toBe(200);
    expect((await PDFDocument.load(printed.bytes)).getPageCount()).toBe(1);
  }
  const { order, parcelId } = await delivered();
  const part = order.supplierOrders[0]!.id;
  const one = printOf(part, `paper=packingList&parcel=${parcelId}`);
  expect((await clerk.ask('GET', one)).status).toBe(200);
  expect((await clerk.ask('GET', printOf(partId, `paper=packingList&parcel=${parcelId}`))).status).toBe(404);
  expect((await stranger.ask('GET', one)).status).toBe(404);
});

test('labels of many orders are one file; one that is another’s, or none, is refused', async () => {
  const clerk = await house.signedIn({ role: 'supplier', organisationId: offer.supplierId });
  const stranger = await house.signedIn({ role: 'supplier' });
  const parts = [];
  for (const quantity of [1, 2, 3]) parts.push((await shop.paidOrder({ offer, quantity })).supplierOrders[0]!.id);
  const printOf = (ids: readonly string[]) => `/supplier/orders/print?paper=addressLabel&ids=${ids.join(',')}`;
  const printed = await clerk.ask('GET', printOf([...parts, parts[0]!]));
  expect(printed.status).toBe(200);
  expect((await PDFDocument.load(printed.bytes)).getPageCount()).toBe(3);
  expect((await stranger.ask('GET', printOf(parts))).status).toBe(404);
  expect((await clerk.ask('GET', printOf([...parts, '00000000-0000-7000-8000-000000000000']))).status).toBe(404);
  expect((await clerk.ask('GET', printOf(['1']))).status).toBe(422);
});

test('meat goes with the vet’s certificate: it is listed and packed, and where it was not there on the day, that is said by name', async () => {
  const meat = await shop.offer({ stock: 20, grams: 500n });
  await shop.rows(`update catalogue.product set category = 'meat', name_zh = '示例羊肉' where id = $1`, [
    meat.productId,
  ]);
  const clerk = await house.signedIn({ role: 'supplier', organisationId: meat.supplierId });
  const stranger = await house.signedIn({ role: 'supplier' });
  const buyer = house.browser('shop');
  const sent = async (lot: string) => {
    const order = await shop.paidOrder({ offer: meat, quantity: 2 });
    await shop.ship(order, new Map([[meat.productId, lot]]));
    const [row] = await shop.rows<{ id: string }>('select id from ordering.shipment where supplier_order_id = $1', [
      order.supplierOrders[0]!.id,
    ]);
    const path = `/orders/${order.id}/parcels/${row!.id}/papers`;
    const ask = (more = '') => buyer.ask('GET', `${path}${more}`, undefined, { 'order-token': order.token });
    const list = (await ask()).body as { missing: object[]; papers: { kind: string }[] };
    return { ask, missing: list.missing, papers: list.papers.filter(({ kind }) => kind === 'quarantine') };
  };
  const lot = await shop.lot(meat, 100_000n);
  const [known] = await shop.rows<{ code: string; day: string }>(
    `select code, to_char(platform.business_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from trace.lot where id = $1`,
    [lot],
  );
  const none = await sent(lot);
  expect(none.papers).toEqual([]);
  expect(none.missing).toEqual([{ kind: 'quarantine', lotCode: known!.code, productName: '示例羊肉' }]);

  const body = { id: randomUUID(), number: 'NO6100001234', authority: '示例县动物卫生监督所', issuedOn: known!.day };
  const record = (by: typeof clerk, more: object = {}) =>
    by.ask('POST', `/supplier/lots/${lot}/quarantines`, { ...body, ...more });
  expect((await record(stranger)).status).toBe(404);
  expect((await record(clerk, { issuedOn: '2999-01-01' })).code).toBe('LOT_DAY');
  expect((await record(clerk, { number: '' })).status).toBe(422);
  const both = await Promise.all([record(clerk), record(clerk)]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(both[0]!.body).toMatchObject({ quarantine: 'valid', quarantines: [{ number: body.number }] });
  expect((await record(clerk, { id: randomUUID() })).code).toBe('ID_USED');

  const there = await sent(lot);
  expect(there.missing).toEqual([]);
  expect(there.papers).toMatchObject([
    { kind: 'quarantine', number: body.number, by: body.authority, lotCode: known!.code },
  ]);
  const entries = await entriesOf((await there.ask('/file')).bytes);
  const told = JSON.parse(entries.get('00_清单.json')!.toString('utf8')) as { papers: { number: string }[] };
  expect(told.papers.map(({ number }) => number)).toContain(body.number);
});
