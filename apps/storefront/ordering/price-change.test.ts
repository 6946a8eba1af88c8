import { ApiProblem } from '@xihuo/ui';
import { faultyLines, priceChangesOf } from './price-change';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

test('old and new prices are read from the refusal, and only from that one', () => {
  const prices = [{ skuId: 'a', old: yuan('100'), new: yuan('130') }, { skuId: 'b' }, null];
  const refusal = new ApiProblem(409, 'PRICE_CHANGED', {}, { prices });
  expect(priceChangesOf(refusal)).toEqual([prices[0]]);
  expect(priceChangesOf(new ApiProblem(409, 'PRICE_CHANGED'))).toEqual([]);
  expect(priceChangesOf(new ApiProblem(409, 'OUT_OF_STOCK', {}, { prices }))).toBeNull();
});

test('the lines a refusal names', () => {
  const errors = ['/lines/2/quantity', '/lines/0/skuId', '/lines/2/unitPrice', '/delivery/phone'].map((pointer) => ({
    pointer,
    code: 'x',
    message: 'x',
  }));
  expect(faultyLines(new ApiProblem(409, 'OUT_OF_STOCK', { errors }))).toEqual([2, 0]);
});
