import { randomUUID } from 'node:crypto';
import { openField, type Field } from '@xihuo/testing';
import { personalNotes } from './personal-notes';

let field: Field;
beforeAll(async () => {
  field = await openField();
});
afterAll(() => field?.close());

test('who takes along what is kept of them has the notes they wrote, and nobody else’s', async () => {
  const [own, other] = [randomUUID(), randomUUID()];
  for (const [personId, words] of [
    [own, '本人写下的'],
    [other, '别人写下的'],
  ])
    await field.rows(
      `insert into insight.note (id, side, person_id, words, written_at) values (gen_random_uuid(), 'platform', $1, $2, now())`,
      [personId, words],
    );
  const told = await personalNotes.tell(field.database, {} as Parameters<typeof personalNotes.tell>[1], own);
  expect(told).toEqual({ consoleNotes: [{ words: '本人写下的', at: expect.any(Date) }] });
});
