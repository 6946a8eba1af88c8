import { randomUUID } from 'node:crypto';
import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { handInCertificate } from './certificates';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());

test('a test report is of a product of the own: nobody else\u2019s and none that is not known', async () => {
  const [one, other] = [await desk.admitted(), await desk.admitted()];
  const [own, strange] = [await desk.product(one.supplierId), await desk.product(other.supplierId)];
  const report = async (productId: string) => ({
    ...({ supplierId: one.supplierId, productId, kind: 'testReport', scope: '', number: 'CMA-2026-0001' } as const),
    validUntil: await desk.day(200),
  });
  for (const productId of [strange, randomUUID()]) {
    const wanted = await report(productId);
    await expect(desk.by(one.owner, (tx) => handInCertificate(tx, wanted))).rejects.toMatchObject({
      ...{ code: 'CERTIFICATE_UNSOUND', extra: { fault: 'product' } },
    });
  }
  const wanted = await report(own);
  await expect(desk.by(one.owner, (tx) => handInCertificate(tx, wanted))).resolves.toHaveProperty('id');
});
