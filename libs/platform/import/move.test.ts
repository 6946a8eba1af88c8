import type { Tx } from '../database/tx';
import type { ImportRecord } from './import.sql';
import { move } from './move';

test.each([
  ['reading', 'read'],
  ['reading', 'discard'],
  ['previewed', 'confirm'],
  ['previewed', 'discard'],
  ['writing', 'finish'],
  ['writing', 'stop'],
] as const)('from %s by %s: the importer is told', async (state, event) => {
  const record = { id: 'i', state, created_by: 'p', request_id: 'r' } as ImportRecord;
  const tell = jest.fn();
  await move({ tell, sql: async () => [record], requestId: 'r' } as unknown as Tx, record, event);
  expect(tell.mock.calls).toEqual([['import', 'i', { people: ['p'] }]]);
});
