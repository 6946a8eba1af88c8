import { readAll } from './all-matching';

/** A list of so many rows in pages of a hundred, of which the first is there. */
function list(count: number, failsAt = Infinity) {
  const pages = (upTo: number) =>
    Array.from({ length: upTo }, (_, page) => ({
      data: Array.from({ length: Math.min(100, count - page * 100) }, (__, row) => page * 100 + row),
    }));
  let read = 1;
  return {
    rows: pages(1).flatMap(({ data }) => data),
    hasNextPage: count > 100,
    fetchNextPage: () => {
      read += 1;
      return Promise.resolve({
        data: { pages: pages(read) },
        hasNextPage: read * 100 < count,
        isError: read === failsAt,
      });
    },
  };
}

test('all that match are read to the end, and no page more', async () => {
  expect((await readAll(list(40), 500))!.rows).toHaveLength(40);
  const all = await readAll(list(230), 500);
  expect(all).toEqual({ rows: Array.from({ length: 230 }, (_, row) => row), isWhole: true });
});

test('of more than the bound the first are chosen, and it is said that there are more', async () => {
  expect(await readAll(list(900), 500)).toMatchObject({ rows: { length: 500 }, isWhole: false });
  expect(await readAll(list(500), 500)).toMatchObject({ rows: { length: 500 }, isWhole: true });
  expect(await readAll(list(450), 250)).toMatchObject({ rows: { length: 250 }, isWhole: false });
});

test('where a page does not come nothing is chosen: it would not be all', async () => {
  expect(await readAll(list(900, 3), 500)).toBeNull();
});
