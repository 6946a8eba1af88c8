import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doorSizes } from './checks/doors.mjs';
import { readFiles } from './checks/files.mjs';
import { run } from './new.mjs';

describe('the generator', () => {
  let root: string;
  const layers = () => JSON.parse(readFileSync(join(root, 'infra/tidy/layers.json'), 'utf8'));

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'xihuo-new-'));
    mkdirSync(join(root, 'infra/tidy'), { recursive: true });
    cpSync(join(__dirname, 'layers.json'), join(root, 'infra/tidy/layers.json'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('writes a context and its place right above the named lib', () => {
    const written = run(root, ['context', 'invoice', '发票', '--above', 'settlement']);

    expect(written).toContain('libs/invoice/index.ts');
    const { libs, contexts } = layers();
    expect(libs.findIndex((row: string[]) => row.includes('invoice'))).toBe(
      libs.findIndex((row: string[]) => row.includes('settlement')) + 1,
    );
    expect(contexts).toContain('invoice');
    expect(readFileSync(join(root, 'libs/invoice/README.md'), 'utf8')).toMatch(/^# invoice 发票\n/);
    expect(JSON.parse(readFileSync(join(root, 'libs/invoice/project.json'), 'utf8')).tags).toEqual(['layer:invoice']);
    expect(doorSizes(readFiles(root, ['libs'])).get('invoice')).toBe(0);
  });

  it('keeps the order of the table it did not touch', () => {
    const before = layers();
    run(root, ['context', 'invoice', '发票', '--above', 'kernel']);
    const after = layers();
    expect(after.libs.filter((row: string[]) => row[0] !== 'invoice')).toEqual(before.libs);
  });

  it('writes an action with its rule and both tests', () => {
    expect(run(root, ['action', 'settlement', 'approve-settlement'])).toEqual([
      'libs/settlement/rules/may-approve-settlement.ts',
      'libs/settlement/rules/may-approve-settlement.test.ts',
      'libs/settlement/actions/approve-settlement.ts',
      'libs/settlement/actions/approve-settlement.db.test.ts',
    ]);
    expect(readFileSync(join(root, 'libs/settlement/actions/approve-settlement.ts'), 'utf8')).toContain(
      'export async function approveSettlement(tx: Tx',
    );
  });

  it('never overwrites', () => {
    const path = join(root, 'libs/settlement/actions/approve-settlement.ts');
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, 'ours');
    expect(() => run(root, ['action', 'settlement', 'approve-settlement'])).toThrow('Already there');
    expect(readFileSync(path, 'utf8')).toBe('ours');
  });

  it.each([
    [['context', 'Invoice', '发票', '--above', 'settlement'], 'one lower-case English word'],
    [['context', 'invoice', '--above', 'settlement'], 'Chinese name'],
    [['context', 'invoice', '发票'], '--above says'],
    [['context', 'ledger', '账本', '--above', 'settlement'], 'already has its place'],
    [['action', 'nowhere', 'approve-settlement'], 'is no context'],
    [['action', 'settlement', 'approve'], 'a verb and a noun'],
    [[], 'npm run new -- context'],
  ])('refuses %j in words', (words, message) => {
    expect(() => run(root, words)).toThrow(message);
  });
});
