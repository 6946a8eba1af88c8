import { renderToStaticMarkup } from 'react-dom/server';
import { WorkTable } from './work-table';

interface Row {
  id: string;
  name: string;
}

const rows = (count: number): Row[] => Array.from({ length: count }, (_, n) => ({ id: `r${n}`, name: `Row ${n}` }));
const columns = [
  { id: 'name', header: 'Name', rowHeader: true, sort: 'name', cell: (row: Row) => row.name },
  { id: 'id', header: 'Id', cell: (row: Row) => row.id },
  { id: 'other', header: 'Other', sort: 'other', cell: () => '' },
];
const html = (count: number, more: Partial<Parameters<typeof WorkTable<Row>>[0]> = {}) =>
  renderToStaticMarkup(
    <WorkTable caption="Rows" columns={columns} rows={rows(count)} rowKey={(row) => row.id} {...more} />,
  );

test('a column says by its head how the rows stand, or that they could stand by it', () => {
  const out = html(2, { sorting: { by: 'name', descending: true, onSort: () => undefined } });
  expect(out.match(/aria-sort="\w+"/g)).toEqual(['aria-sort="descending"', 'aria-sort="none"']);
  expect(out.match(/<button/g)).toHaveLength(2);
});

test('up to a hundred rows are all there; of more those near the eye, with their place among all', () => {
  expect(html(100).match(/<tr data-row/g)).toHaveLength(100);
  const out = html(101);
  expect(out.match(/<tr data-row/g)!.length).toBeLessThan(100);
  expect(out).toContain('aria-rowcount="102"');
  expect(out).toContain('data-row="r0" aria-rowindex="2"');
  expect(html(101, { more: true })).toContain('aria-rowcount="-1"');
});

test('a row that nothing can be done to has no box; a box is read with the row it stands in', () => {
  const out = html(2, {
    choosing: {
      ...{ chosen: new Set(['r1']), onChoose: () => undefined, words: { one: 'Choose', all: 'Choose all' } },
      can: ({ id }) => id === 'r1',
    },
  });
  expect(out.match(/type="checkbox"/g)).toHaveLength(2);
  const [, label] = /aria-labelledby="([^"]+)"/.exec(out)!;
  for (const id of label!.split(' ')) expect(out).toContain(`id="${id}"`);
});
