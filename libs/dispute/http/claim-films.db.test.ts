import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueParts } from '@xihuo/catalogue';
import { orderingParts } from '@xihuo/ordering';
import { paymentParts } from '@xihuo/payment';
import { Notices } from '@xihuo/platform';
import { holding, openHouse, openShop, paperwork, type House, type PlacedOrder, type Shop } from '@xihuo/testing';
import { traceParts } from '@xihuo/trace';
import { disputeParts } from '../index';
import { takeOverClaim } from '../actions/take-over-claim';

const folder = mkdtempSync(join(tmpdir(), 'xihuo-claim-films-'));
const MP4 = { 'content-type': 'video/mp4' };
let shop: Shop;
let house: House;
let offer: Awaited<ReturnType<Shop['offer']>>;
let lot: string;
beforeAll(async () => {
  shop = await openShop();
  const parts = [catalogueParts, traceParts, paymentParts, orderingParts, disputeParts];
  house = await openHouse({ field: shop, parts, settings: { DATA_DIR: folder } });
  offer = await shop.offer({ perishable: true, priceFen: 10_000n, stock: 100 });
  lot = await shop.lot(offer, 100_000n);
}, 60_000);
afterAll(async () => {
  await holding.closeSound(shop, house);
  rmSync(folder, { recursive: true, force: true });
});

async function buyer() {
  const order = await shop.receivedOrder(new Map([[offer.productId, lot]]), { offer, quantity: 2 });
  const browser = house.browser('shop');
  const ask = (method: 'GET' | 'POST', path: string, body?: object | Buffer, headers: Record<string, string> = {}) =>
    browser.ask(method, `/orders/${order.id}${path}`, body, { 'order-token': order.token, ...headers });
  return { order, ask };
}
type Buyer = Awaited<ReturnType<typeof buyer>>;

const keep = ({ ask }: Buyer, bytes: Buffer, headers = MP4) => ask('POST', '/after-sale-photos', bytes, headers);

function claim({ ask, order }: Buyer & { order: PlacedOrder }, photoIds: readonly string[]) {
  const part = order.supplierOrders[0]!;
  const body = { supplierOrderId: part.id, kind: 'damage', reason: 'damaged', words: '压坏', photoIds };
  const lines = [{ lineId: part.lines[0]!.id, packs: 1 }];
  return ask('POST', '/after-sales', { ...body, lines }, { 'idempotency-key': randomUUID() });
}

test('a film of what is spoiled is seen by buyer, supplier and mediator, and says nothing of where it was taken', async () => {
  const one = await buyer();
  const sent = paperwork.film('+34.2600+108.9500/ Phone');
  const kept = await keep(one, sent);
  expect([kept.status, kept.code]).toEqual([201, undefined]);
  const photoId = kept.body['photoId'] as string;
  const made = await claim(one, [photoId]);
  expect(made.body).toMatchObject({ photoIds: [photoId], videoIds: [photoId] });
  const caseId = made.body['id'] as string;
  const clerk = await house.signedIn({ role: 'supplier', organisationId: offer.supplierId });
  const mediator = await house.signedIn({ role: 'mediator' });

  // The claim is found by its order's number, and by nobody else's.
  const found = async (q: string) =>
    (await clerk.ask('GET', `/supplier/after-sales?q=${q}`)).body['data'] as { id: string; orderNumber: string }[];
  const { orderNumber } = made.body as unknown as { orderNumber: string };
  expect((await found(orderNumber.slice(3))).map(({ id }) => id)).toEqual([caseId]);
  expect(await found('00000000000000')).toEqual([]);

  const refuse = await clerk.ask('POST', `/supplier/after-sales/${caseId}/refuse`, {
    reason: '包装完好',
    state: 'requested',
  });
  expect(refuse.body).toMatchObject({ state: 'refused', videoIds: [photoId] });
  await one.ask('POST', `/after-sales/${caseId}/escalate`, { reason: '请看视频' });
  const id = (await shop.does((tx) =>
    takeOverClaim(tx, { vault: house.vault, notices: new Notices(house.vault) }, caseId),
  ))!;
  const { body } = await mediator.ask('GET', `/mediation/disputes/${id}`);
  expect(body['messages']).toMatchObject([{ files: [{ fileId: photoId, mediaType: 'video/mp4' }] }, { files: [] }]);

  for (const shown of [
    await one.ask('GET', `/after-sale-photos/${photoId}`),
    await one.ask('GET', `/disputes/${id}/papers/${photoId}`),
    await clerk.ask('GET', `/supplier/after-sales/${caseId}/photos/${photoId}`),
    await clerk.ask('GET', `/supplier/disputes/${id}/papers/${photoId}`),
    await mediator.ask('GET', `/mediation/disputes/${id}/papers/${photoId}`),
  ]) {
    expect([shown.status, shown.headers['content-type'], shown.bytes.length]).toEqual([200, 'video/mp4', sent.length]);
    expect(shown.headers['content-disposition']).toMatch(/^inline/);
    expect(['108.95', 'Phone', 'pictures'].map((word) => shown.bytes.includes(word))).toEqual([false, false, true]);
  }
});

test('a photo of a claim is no film, and a page that calls itself one is refused and stays on the record', async () => {
  const one = await buyer();
  const answer = await keep(one, Buffer.from('<script>alert(1)</script>'));
  expect([answer.code, answer.body['fault']]).toEqual(['DOCUMENT_REFUSED', 'kind']);
  const film = paperwork.film();
  const strange = await keep(one, film.subarray(0, -20));
  expect([strange.code, strange.body['fault']]).toEqual(['DOCUMENT_REFUSED', 'damaged']);
  expect(
    await house.rows(
      `select 1 from platform.audit_content where subject_id = $1 and content like '%DOCUMENT_REFUSED%'`,
      [one.order.id],
    ),
  ).toHaveLength(2);
  const zip = await keep(one, film, { 'content-type': 'application/zip' });
  expect([zip.status, zip.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
});

test('of one order six films are kept', async () => {
  const one = await buyer();
  const statuses = [];
  for (let nth = 0; nth < 7; nth += 1) statuses.push((await keep(one, paperwork.film(`film ${nth}`))).status);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 409]);
  expect((await keep(one, paperwork.film())).body).toMatchObject({ code: 'TOO_MANY_DOCUMENTS', most: 6 });
});
