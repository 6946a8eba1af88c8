import { openProductDesk, type ProductDesk, type Seller } from '@xihuo/testing';
import { everythingMissing } from './what-is-missing';

let desk: ProductDesk;
beforeAll(async () => {
  desk = await openProductDesk();
});
afterAll(() => desk?.close());

const stepsOf = async ({ supplierId, productId, clerk }: Seller) => {
  const way = await everythingMissing(desk.database, clerk.grants, { supplierId, productId });
  return way.steps.map(({ step, met, turn }) => [step, met, turn]);
};
const lot = ({ supplierId, productId }: Seller, code: string, shippedGrams: number) =>
  desk.rows(
    `insert into trace.lot (code, supplier_id, product_id, produced_on, received_grams, shipped_grams, created_at)
     values ($1, $2, $3, '2026-10-01', 5000, $4, now())`,
    [code, supplierId, productId, shippedGrams],
  );

test('a lot to ship from is a step of its own, met by one that has something left, and shuts no shelf', async () => {
  const seller = await desk.seller();
  await desk.approved(seller);
  expect(await stepsOf(seller)).toContainEqual(['lotAtHand', false, 'supplier']);
  await lot(seller, 'EMPTY-0001', 5000);
  await lot(await desk.seller(), 'OTHERS-0001', 0);
  expect(await stepsOf(seller)).toContainEqual(['lotAtHand', false, 'supplier']);
  expect(await desk.maySell(seller)).toBe(true);
  await lot(seller, 'FULL-0001', 0);
  const steps = await stepsOf(seller);
  expect(steps).toContainEqual(['lotAtHand', true, null]);
  // What stands between a product and its mark comes last, as it is another question.
  expect(steps.at(-1)).toEqual(['recognised', false, 'supplier']);
});

test('who may not know of a product is told nothing about its lots', async () => {
  const seller = await desk.seller();
  const stranger = (await desk.seller()).clerk;
  await expect(everythingMissing(desk.database, stranger.grants, seller)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
