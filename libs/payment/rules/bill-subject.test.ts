import { subjectOf } from './bill-subject';

const id = '0195f3c0-0000-7000-8000-000000000001';
const line = { ref: 'txn_1', paymentId: null, refundKey: null } as const;

test.each([
  ['a payment of ours', { ...line, kind: 'payment', paymentId: id }, `payment:${id}`],
  ['a payment of somebody else on the same key', { ...line, kind: 'payment', paymentId: 'order-77' }, 'line:txn_1'],
  ['a payment that names nothing', { ...line, kind: 'payment' }, 'line:txn_1'],
  ['a refund of ours', { ...line, kind: 'refund', refundKey: id }, `refund:${id}`],
  ['its third attempt', { ...line, kind: 'refund', refundKey: `${id}.3` }, `refund:${id}`],
  ['an attempt that failed', { ...line, kind: 'refundFailure', refundKey: `${id}.3` }, `refund:${id}`],
  ['a refund made by hand', { ...line, kind: 'refund' }, 'line:txn_1'],
  ['what a bank takes back', { ...line, kind: 'adjustment', sourceRef: 'dp_1' }, 'dispute:dp_1'],
  ['another adjustment', { ...line, kind: 'adjustment', sourceRef: 'adj_1' }, 'line:txn_1'],
  ['what the provider keeps', { ...line, kind: 'other', paymentId: id }, 'line:txn_1'],
] as const)('%s', (_case, given, subject) => {
  expect(subjectOf(given)).toBe(subject);
});
