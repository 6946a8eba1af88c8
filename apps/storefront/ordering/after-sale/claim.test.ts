import { choicesOf, claimOf, mostPacks, reasonsOf, wantsOthers, wantsPhotos, type ClaimKind } from './claim';

const line = (lineId: string, supplierOrderId: string, kinds: ClaimKind[]) => ({
  ...{ lineId, supplierOrderId, kinds, productName: '苹果', pack: '5 kg' },
  ...{ noReason: false, cancelPacks: 2, claimPacks: 1, until: null },
});

test('parts are never mixed, and a kind stands where some line has it', () => {
  const lines = [line('a', 'one', ['damage', 'refundOnly']), line('b', 'two', ['cancel'])];
  expect(choicesOf(lines).map(({ kind, supplierOrderId }) => [kind, supplierOrderId])).toEqual([
    ['damage', 'one'],
    ['refundOnly', 'one'],
    ['cancel', 'two'],
  ]);
});

test('seven days without a reason are offered while they run', () => {
  const one = line('a', 'one', ['return']);
  expect(reasonsOf('return', [one])).not.toContain('noReason');
  expect(reasonsOf('return', [{ ...one, noReason: true }])).toContain('noReason');
});

test('other packs are wanted by kinds of their own, and damage is shown whatever is wanted for it', () => {
  expect((['exchange', 'resend', 'return'] as const).map(wantsOthers)).toEqual([true, true, false]);
  expect(reasonsOf('exchange', [line('a', 'one', ['exchange'])])).not.toContain('noReason');
  expect([wantsPhotos('resend', 'damaged'), wantsPhotos('resend', 'shortPacks'), wantsPhotos('damage', '')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('what has not left is cancelled, what has is claimed; nothing chosen is no claim', () => {
  const one = line('a', 'one', ['cancel']);
  expect([mostPacks('cancel', one), mostPacks('damage', one)]).toEqual([2, 1]);
  expect(claimOf({ kind: 'damage', supplierOrderId: 'one' }, 'damaged', { a: 0 })).toBeNull();
  expect(claimOf({ kind: 'damage', supplierOrderId: 'one' }, 'damaged', { a: 1, b: 0 })?.lines).toEqual([
    { lineId: 'a', packs: 1 },
  ]);
});
