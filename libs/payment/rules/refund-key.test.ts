import { attemptOf, refundKey } from './refund-key';

const ID = '019f0000-0000-7000-8000-000000000001';

test.each([1, 2, 17])('attempt %i is read back', (attempt) => {
  expect(attemptOf(refundKey(ID, attempt))).toEqual({ id: ID, attempt });
});

test.each([null, '', 'by-hand', `${ID}.0`, `${ID}.x`, `${ID}.`])('%s is nobody of ours', (key) => {
  expect(attemptOf(key)).toBeNull();
});
