import { attemptOf, isSameRefund, refundKey } from './refund-key';

const ID = '019f0000-0000-7000-8000-000000000001';

test.each([1, 2, 17])('attempt %i is read back', (attempt) => {
  expect(attemptOf(refundKey(ID, attempt))).toEqual({ id: ID, attempt });
});

test.each([null, '', 'by-hand', `${ID}.0`, `${ID}.x`, `${ID}.`])('%s is nobody of ours', (key) => {
  expect(attemptOf(key)).toBeNull();
});

test('attempts of one refund are one refund; of two, or of nobody of ours, they are not', () => {
  expect(isSameRefund(refundKey(ID, 1), refundKey(ID, 3))).toBe(true);
  expect(isSameRefund('by-hand', 'by-hand')).toBe(true);
  expect(isSameRefund(ID.replace(/1$/, '2'), ID)).toBe(false);
  expect(isSameRefund(null, ID)).toBe(false);
});
