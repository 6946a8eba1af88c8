import { eachPage } from './list-csv';

const list = (length: number) => {
  const asked: object[] = [];
  const read = (query: object) => {
    asked.push(query);
    const { limit, cursor = '0' } = query as { limit: number; cursor?: string };
    const from = Number(cursor);
    const to = Math.min(length, from + limit);
    return Promise.resolve({
      data: Array.from({ length: to - from }, (_, at) => from + at),
      nextCursor: to < length ? String(to) : null,
    });
  };
  return { asked, read };
};

test('a list is read page by page to its end, each from where the one before ended', async () => {
  const { asked, read } = list(250);
  const rows: number[] = [];
  expect(await eachPage(read, 1_000, (some) => void rows.push(...some))).toEqual({ isWhole: true });
  expect(rows).toEqual(Array.from({ length: 250 }, (_, at) => at));
  expect(asked).toEqual([{ limit: 100 }, { limit: 100, cursor: '100' }, { limit: 100, cursor: '200' }]);
});

test('of a longer one as many rows are taken as come into a file, and it is said that there are more', async () => {
  const { read } = list(400);
  const rows: number[] = [];
  expect(await eachPage(read, 230, (some) => void rows.push(...some))).toEqual({ isWhole: false });
  expect(rows).toHaveLength(230);
});

test('of a list that was left nothing more is read, and what came before is no file', async () => {
  const { asked, read } = list(400);
  expect(await eachPage(read, 1_000, () => asked.length < 2)).toBeNull();
  expect(asked).toHaveLength(2);
});
