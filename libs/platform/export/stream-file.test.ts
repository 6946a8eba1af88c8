import { setImmediate as soon } from 'node:timers/promises';
import { readTable } from '../import/read-table';
import { rowsOfPages, streamFile } from './stream-file';
import type { ExportFormat } from './table';

const COUNT = 1_700;
const page = (from: number) => ({
  data: Array.from({ length: Math.min(500, COUNT - from) }, (_, at) => from + at),
  nextCursor: from + 500 < COUNT ? String(from + 500) : null,
});
const columns = [{ title: '号' }, { title: '名' }];
const rowOf = (at: number) => [[at, `=HYPERLINK("${at}")`]];

async function collected(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test.each<ExportFormat>(['csv', 'xlsx'])(
  '%s: every page once, in order, and nothing in it calculates',
  async (format) => {
    const asked: (string | undefined)[] = [];
    const rows = await rowsOfPages(
      async (cursor) => {
        asked.push(cursor);
        return page(Number(cursor ?? 0));
      },
      (at) => rowOf(at),
    );
    const { bytes, name } = streamFile('表', format, [{ name: '表', columns, rows }]);
    const read: string[] = [];
    for await (const { cells } of readTable(await collected(bytes)))
      read.push(cells.map((cell) => cell?.text).join('|'));
    expect(name).toBe(`表.${format}`);
    expect(read).toHaveLength(COUNT + 1);
    const mark = format === 'csv' ? "'" : '';
    expect([read[1], read[COUNT]]).toEqual([
      `0|${mark}=HYPERLINK("0")`,
      `${COUNT - 1}|${mark}=HYPERLINK("${COUNT - 1}")`,
    ]);
    expect(asked).toEqual([undefined, '500', '1000', '1500']);
  },
);

test('a refusal of the first page comes before any byte', async () => {
  const refused = rowsOfPages(
    () => Promise.reject(new Error('NOT_FOUND')),
    () => [],
  );
  await expect(refused).rejects.toThrow('NOT_FOUND');
});

test.each<ExportFormat>(['csv', 'xlsx'])(
  '%s: a failure further down ends the file, not the process',
  async (format) => {
    const rows = await rowsOfPages(
      async (cursor) => {
        if (cursor) throw new Error('the database is gone');
        return page(0);
      },
      (at) => rowOf(at),
    );
    await expect(collected(streamFile('表', format, [{ name: '表', columns, rows }]).bytes)).rejects.toThrow('gone');
  },
);

test.each<ExportFormat>(['csv', 'xlsx'])(
  '%s: nothing is read ahead of whoever takes it, nor after they left',
  async (format) => {
    let pages = 0;
    const rows = await rowsOfPages(
      async () => {
        pages += 1;
        return { data: Array.from({ length: 500 }, (_, at) => at), nextCursor: 'more' };
      },
      // So much that a page fills every buffer on the way, and hardly packs.
      () => [[Math.random(), Array.from({ length: 40 }, () => Math.random().toString(36)).join('')]],
    );
    const { bytes } = streamFile('表', format, [{ name: '表', columns, rows }]);
    const taking = bytes[Symbol.asyncIterator]();
    await taking.next();
    for (let turn = 0; turn < 50; turn += 1) await soon();
    expect(pages).toBeLessThan(6);
    await taking.return?.();
    const left = pages;
    for (let turn = 0; turn < 50; turn += 1) await soon();
    expect(pages).toBeLessThanOrEqual(left + 1);
  },
);
