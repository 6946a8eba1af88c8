import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueParts } from '@xihuo/catalogue';
import { orderingParts } from '@xihuo/ordering';
import { paymentParts } from '@xihuo/payment';
import { FILES, Files } from '@xihuo/platform';
import { holding, openHouse, openShop, paperwork, type House, type Shop } from '@xihuo/testing';
import { traceParts } from '@xihuo/trace';
import sharp from 'sharp';
import { disputeParts } from '../index';

const folder = mkdtempSync(join(tmpdir(), 'xihuo-swept-'));
const files = Files.inFolder(folder);
const parts = [catalogueParts, traceParts, paymentParts, orderingParts, disputeParts];
let shop: Shop;
let house: House;
let offer: Awaited<ReturnType<Shop['offer']>>;
let lot: string;
beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts, overrides: () => [{ provide: FILES, useValue: files }] });
  offer = await shop.offer({ perishable: true, stock: 100 });
  lot = await shop.lot(offer, 100_000n);
}, 60_000);
afterEach(() => shop.setClock('0'));
afterAll(async () => {
  await holding.closeSound(shop, house);
  rmSync(folder, { recursive: true, force: true });
});

/** What the hour's round throws away, as it tells it. */
async function sweep(): Promise<number[]> {
  const told: number[] = [];
  const log = { info: (what: { files: number }) => told.push(what.files) };
  const jobs = parts.flatMap((part) => part.jobs ?? []).filter(({ name }) => name.endsWith('.sweepPhotos'));
  expect(jobs).toHaveLength(2);
  for (const job of jobs)
    await job.run({ database: shop.database, get: () => files, log } as never, undefined as never);
  return told;
}

const bytesKept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
const rowsKept = () =>
  shop.count(`select count(*) from platform.file where purpose in ('dispute.review', 'ordering.afterSale')`);

async function buyer() {
  const order = await shop.receivedOrder(new Map([[offer.productId, lot]]), { offer, quantity: 2 });
  const part = order.supplierOrders[0]!;
  const ask = (path: string, body: object | Buffer, headers: Record<string, string> = {}) =>
    house.browser('shop').ask('POST', `/orders/${order.id}${path}`, body, { 'order-token': order.token, ...headers });
  const keep = async (path: string, bytes: Buffer, type: string) =>
    (await ask(path, bytes, { 'content-type': type })).body['photoId'] as string;
  return {
    film: (words: string) => keep('/after-sale-photos', paperwork.film(words), 'video/mp4'),
    photo: async (background: string) =>
      keep(
        '/review-photos',
        await sharp({ create: { width: 300, height: 300, channels: 3, background } })
          .png()
          .toBuffer(),
        'image/png',
      ),
    review: (photoIds: string[]) => ask('/reviews', { lineId: part.lines[0]!.id, score: 4, words: '个大', photoIds }),
    claim: (photoIds: string[]) =>
      ask(
        '/after-sales',
        {
          ...{ supplierOrderId: part.id, kind: 'damage', reason: 'damaged', words: '压坏', photoIds },
          lines: [{ lineId: part.lines[0]!.id, packs: 1 }],
        },
        { 'idempotency-key': randomUUID() },
      ),
  };
}

test('what nobody took up within a day is gone, with its bytes; what a review shows and a claim names stays', async () => {
  const one = await buyer();
  const [shown, claimed] = [await one.photo('#a63'), await one.film('claimed')];
  await one.photo('#36a');
  await one.film('left');
  expect([(await one.claim([claimed])).status, (await one.review([shown])).status]).toEqual([201, 201]);
  expect([await rowsKept(), bytesKept()]).toEqual([6, 6]);
  await shop.setClock('23 hours');
  expect(await sweep()).toEqual([]);
  await shop.setClock('25 hours');
  // Of a photo there is a small one beside it.
  expect(await sweep()).toEqual([1, 2]);
  expect([await rowsKept(), bytesKept()]).toEqual([3, 3]);
  expect(await sweep()).toEqual([]);
});

test('bytes that another file has too stay with it', async () => {
  const before = bytesKept();
  const [one, other] = [await buyer(), await buyer()];
  await one.film('the same');
  const claimed = await other.film('the same');
  expect((await other.claim([claimed])).status).toBe(201);
  expect(bytesKept()).toBe(before + 1);
  await shop.setClock('25 hours');
  expect(await sweep()).toEqual([1]);
  expect(bytesKept()).toBe(before + 1);
  expect((await files.read(shop.database, claimed))?.mediaType).toBe('video/mp4');
});
