import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from './journal';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newPath = (): string => join(folder, `${(files += 1)}.jsonl`);

function open(path: string): { journal: Journal; lines: unknown[] } {
  const lines: unknown[] = [];
  return { journal: Journal.open(path, (line) => lines.push(line)), lines };
}

test('what was appended is replayed in order', () => {
  const path = newPath();
  const first = open(path);
  first.journal.append({ n: 1 });
  first.journal.append({ n: '西货\n' });
  expect(open(path).lines).toEqual([{ n: 1 }, { n: '西货\n' }]);
});

test.each(['{"n":2', '{"n":2,\n', '{'])('a torn last line (%j) is cut off and writing goes on', (torn) => {
  const path = newPath();
  open(path).journal.append({ n: 1 });
  appendFileSync(path, torn);
  const again = open(path);
  expect(again.lines).toEqual([{ n: 1 }]);
  again.journal.append({ n: 3 });
  expect(open(path).lines).toEqual([{ n: 1 }, { n: 3 }]);
});

test('damage in the middle is not passed over', () => {
  const path = newPath();
  writeFileSync(path, '{"n":1}\nnonsense\n{"n":3}\n');
  expect(() => open(path)).toThrow(/damaged at line 2/);
});

test('a rewrite keeps what is left and takes further lines', () => {
  const path = newPath();
  const { journal } = open(path);
  for (let n = 0; n < 10; n += 1) journal.append({ n });
  journal.rewrite([{ n: 'all' }]);
  journal.append({ n: 'more' });
  expect(readFileSync(path, 'utf8')).toBe('{"n":"all"}\n{"n":"more"}\n');
  expect(journal.lines).toBe(2);
});
