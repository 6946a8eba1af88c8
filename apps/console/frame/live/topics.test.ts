import { READS, staleReads } from './topics';

test('a topic makes its own reads old, and all makes every one so, each once', () => {
  expect(staleReads(['check'])).toEqual(['GET /ledger/checks']);
  expect(staleReads(['notice', 'queue'])).toEqual(['GET /me/notices', 'GET /me/today', 'GET /admission/queue']);
  expect(new Set(staleReads(['all']))).toEqual(new Set(Object.values(READS).flat()));
  expect(staleReads(['all'])).toHaveLength(new Set(Object.values(READS).flat()).size);
});
