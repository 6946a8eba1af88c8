import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holding, openShop, type PlacedOrder, type Shop } from '@xihuo/testing';
import sharp from 'sharp';

const folder = mkdtempSync(join(tmpdir(), 'xihuo-review-photos-'));
const JPEG = { 'content-type': 'image/jpeg' };
let desk: Awaited<ReturnType<Shop['quarrels']>>;
let slug: string;
beforeAll(async () => {
  desk = await (await openShop()).quarrels(folder);
  const [product] = await desk.shop.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
    desk.offer.productId,
  ]);
  slug = product!.slug;
});
afterAll(async () => {
  await holding.closeSound(desk?.shop, desk);
  rmSync(folder, { recursive: true, force: true });
});

/** With the camera's name written beside it. */
const taken = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a63' } })
    .withExif({ IFD0: { Make: 'Camera of somebody' } })
    .jpeg()
    .toBuffer();

async function keep(order: PlacedOrder, bytes?: Buffer): Promise<string> {
  const answer = await desk.guestOf(order).ask('POST', '/review-photos', bytes ?? (await taken(60, 40)), JPEG);
  expect([answer.status, answer.code]).toEqual([201, undefined]);
  return answer.body['photoId'] as string;
}

const write = (order: PlacedOrder, photoIds: readonly string[], score = 4) =>
  desk
    .guestOf(order)
    .ask('POST', '/reviews', { lineId: order.supplierOrders[0]!.lines[0]!.id, score, words: '个大', photoIds });

const anybody = () => desk.house.browser('shop');
const list = async (query = '') => (await anybody().ask('GET', `/products/${slug}/reviews${query}`)).body;
const statusOf = async (path: string, who = anybody()) => (await who.ask('GET', path)).status;

async function read(path: string) {
  const { bytes, headers } = await anybody().ask('GET', path);
  const { width, height, exif } = await sharp(bytes).metadata();
  return { width, height, exif, cache: headers['cache-control'] };
}

test('photos stand beside a review as they are named, no larger than a screen and without what the camera wrote', async () => {
  const order = await desk.received();
  const [first, second] = [await keep(order, await taken(2_400, 1_200)), await keep(order)];
  const written = await write(order, [second, first]);
  expect(written.body).toMatchObject({ photoIds: [second, first] });
  const path = `/reviews/${written.body['id'] as string}/photos/${first}`;
  expect(await read(path)).toMatchObject({
    ...{ width: 1_600, height: 800, exif: undefined, cache: 'public, max-age=3600' },
  });
  expect(await read(`${path}?size=small`)).toMatchObject({ width: 240, height: 240 });

  await write(await desk.received(), []);
  expect(await list('?photos=true')).toMatchObject({
    data: [{ photoIds: [second, first] }],
    rating: { count: 2, withPhotos: 1 },
  });
  expect((await list())['data']).toHaveLength(2);
});

test('only photos of this order, each in one review, are taken; what is refused leaves no review behind', async () => {
  const [order, other] = [await desk.received(), await desk.received()];
  const [own, others] = [await keep(order), await keep(other)];
  expect((await write(order, [own, others])).code).toBe('REVIEW_PHOTOS');
  expect((await write(order, [own, own])).code).toBe('INVALID_INPUT');
  expect((await write(order, [own])).status).toBe(201);
  expect((await write(other, [own])).code).toBe('REVIEW_PHOTOS');
  expect((await write(other, [others])).status).toBe(201);
});

test('beside what has not come, or is reviewed, no photo is kept', async () => {
  const paid = await desk.shop.paidOrder({ offer: desk.offer });
  const early = await desk.guestOf(paid).ask('POST', '/review-photos', await taken(60, 40), JPEG);
  expect(early.code).toBe('REVIEW_NOT_RECEIVED');
  const order = await desk.received();
  await write(order, []);
  const late = await desk.guestOf(order).ask('POST', '/review-photos', await taken(60, 40), JPEG);
  expect(late.code).toBe('REVIEW_NOT_RECEIVED');
});

test('nobody but the buyer keeps photos, and only photos are kept', async () => {
  const order = await desk.received();
  const stranger = desk.guestOf({ ...order, token: (await desk.received()).token });
  expect((await stranger.ask('POST', '/review-photos', await taken(60, 40), JPEG)).code).toBe('NOT_FOUND');
  expect((await desk.guestOf(order).ask('POST', '/review-photos', Buffer.from('%PDF-1.7'), JPEG)).code).toBe(
    'DOCUMENT_REFUSED',
  );
});

test('photos of a hidden review are seen by its supplier and by who moderates alone', async () => {
  const order = await desk.received();
  const photoId = await keep(order);
  const { id } = (await write(order, [photoId], 1)).body as { id: string };
  const path = `/reviews/${id}/photos/${photoId}`;
  expect(await statusOf(path)).toBe(200);
  const operator = await desk.house.signedIn({ role: 'operator' });
  const body = { ground: 'personalData', reason: '拍到了他人面单' };
  const hidden = await operator.ask('POST', `/moderation/reviews/${id}/hiding`, body);
  expect(hidden.body).toMatchObject({ photoIds: [], saidPhotoIds: [photoId] });
  const stranger = await desk.house.signedIn({ role: 'supplier' });
  expect(await Promise.all([statusOf(path), statusOf(path, stranger)])).toEqual([404, 404]);
  expect(await Promise.all([statusOf(path, operator), statusOf(path, await desk.clerk())])).toEqual([200, 200]);
  const [shown] = (await list())['data'] as { id: string; photoIds: string[] }[];
  expect(shown).toMatchObject({ id, photoIds: [], words: null });
  // Their buyer reads that it is hidden; what cannot be read is not named.
  expect((await desk.guestOf(order).ask('GET', '/reviews')).body['data']).toMatchObject([
    { review: { photoIds: [], words: '个大', hidden: 'personalData' } },
  ]);
});
