import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { barrels, doorSizes } from './checks/doors.mjs';
import { accounted, lockFile } from './checks/packages.mjs';
import { ratchet } from './checks/ratchet.mjs';
import { numbersTaken } from './checks/shape.mjs';
import { fileSizes, functionSizes } from './checks/size.mjs';
import { sqlFence } from './checks/sql.mjs';
import { words } from './checks/words.mjs';

const lines = (count: number) => Array.from({ length: count }, (_, at) => `  work(${at});`).join('\n');

describe('the ratchet', () => {
  const sizes = new Map([
    ['small', 300],
    ['large', 400],
  ]);

  it.each([
    { case: 'nobody outgrows the limit', listed: {}, expected: ['large: 400 lines, the limit is 300'] },
    { case: 'an old exception stands', listed: { large: 400 }, expected: [] },
    {
      case: 'it may not grow',
      listed: { large: 399 },
      expected: ['large: 400 lines, an old exception of 399 that may only shrink'],
    },
    {
      case: 'what shrank is written down',
      listed: { large: 420 },
      expected: ['large: shrank to 400 lines, write that into infra/tidy/exceptions.json'],
    },
    {
      case: 'what fits needs no exception',
      listed: { large: 400, small: 310 },
      expected: ['small: needs no exception any more, strike it from infra/tidy/exceptions.json'],
    },
    {
      case: 'what is gone needs none either',
      listed: { large: 400, gone: 310 },
      expected: ['gone: needs no exception any more, strike it from infra/tidy/exceptions.json'],
    },
  ])('$case', ({ listed, expected }) => {
    expect(ratchet('lines', 300, sizes, { ...listed } as Record<string, number>)).toEqual(expected);
  });
});

describe('sizes', () => {
  it('counts the lines of a file, the last line break aside', () => {
    expect(fileSizes([{ path: 'a.ts', text: 'one\ntwo\n' }]).get('a.ts')).toBe(2);
  });

  it('counts functions of every kind by name', () => {
    const text = `
export function plain() {\n${lines(71)}\n}
const arrow = () => {\n${lines(10)}\n};
class Shop {\n  open() {\n${lines(80)}\n  }\n}
export const Page = () => <p>{[1].map((one) => {\n${lines(3)}\n  return one;\n})}</p>;
`;
    const sizes = functionSizes([{ path: 'a.tsx', text }]);
    expect(sizes.get('a.tsx#plain')).toBe(73);
    expect(sizes.get('a.tsx#arrow')).toBe(12);
    expect(sizes.get('a.tsx#open')).toBe(82);
    expect(sizes.get('a.tsx#Page')).toBe(6);
  });

  it('takes describe and it for chapters in a test, and only there', () => {
    const text = `describe('all', () => {\n${lines(100)}\n  const build = () => {\n${lines(90)}\n  };\n});`;
    expect([...functionSizes([{ path: 'a.test.ts', text }])]).toEqual([['a.test.ts#build', 92]]);
    expect(functionSizes([{ path: 'a.ts', text }]).size).toBe(2);
  });
});

describe('doors', () => {
  const files = [
    {
      path: 'libs/x/index.ts',
      text: `export { one, two } from './a';\nexport * from './b';\nexport * as c from './c';`,
    },
    {
      path: 'libs/x/b.ts',
      text: `export const three = 3, four = 4;\nexport type Five = 5;\nconst hidden = 6;\nexport function six() {}`,
    },
    { path: 'libs/x/inner/index.ts', text: `export const one = 1;` },
    { path: 'libs/x/all.ts', text: `export { one } from './inner';\nexport * from './b';` },
  ];

  it('counts the names, through a star', () => {
    expect(doorSizes(files).get('x')).toBe(7);
  });

  it('sees barrels behind the door', () => {
    expect(barrels(files).map((problem) => problem.split(':')[0])).toEqual(['libs/x/inner/index.ts', 'libs/x/all.ts']);
  });
});

describe('the SQL fence', () => {
  const folder = join(__dirname, 'fixtures/violations/sql');
  const planted = readdirSync(folder).map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const header = (key: string) => new RegExp(`^// ${key}: (.+)$`, 'm').exec(text)?.[1] ?? '';
    return { name, path: header('as'), expected: header('expect'), text };
  });

  it.each(planted)('bites: $name', ({ path, expected, text }) => {
    expect(sqlFence([{ path, text }])).toEqual([`${path}: ${expected}`]);
  });

  it.each([
    { case: 'its own tables', path: 'libs/ordering/store/a.sql.ts', text: '`select * from ordering.line`' },
    {
      case: 'a view of a lower context',
      path: 'libs/ordering/store/a.sql.ts',
      text: '`select from catalogue.offer_v`',
    },
    { case: 'the platform', path: 'libs/ordering/store/a.sql.ts', text: '`select platform.business_now()`' },
    {
      case: 'a function of a lower context',
      path: 'libs/ordering/store/a.sql.ts',
      text: '`select registry.policy_on($1)`',
    },
    { case: 'a name in quotes', path: 'libs/ordering/store/a.sql.ts', text: "`select 'settlement.closed'`" },
    { case: 'a name in a comment', path: 'libs/ordering/store/a.sql.ts', text: '`select 1 -- settlement.statement`' },
    { case: 'an event elsewhere', path: 'libs/ordering/actions/a.ts', text: "emit('settlement.closed')" },
    { case: 'an import', path: 'libs/ordering/store/a.store.ts', text: "import { a } from '../trace.lot';" },
    { case: 'a test', path: 'libs/ordering/store/a.sql.test.ts', text: '`select * from catalogue.sku`' },
  ])('lets pass: $case', ({ path, text }) => {
    expect(sqlFence([{ path, text }])).toEqual([]);
  });

  it('does not take an insert for a call', () => {
    const file = { path: 'libs/ordering/store/a.sql.ts', text: '`insert into catalogue.sku(id) values ($1)`' };
    expect(sqlFence([file])).toHaveLength(1);
  });

  it('sees a row that maps a table of another schema', () => {
    const text = `@Entity({ name: 'sku', schema: 'catalogue' }) export class SkuRow {}`;
    expect(sqlFence([{ path: 'libs/ordering/store/sku.row.ts', text }])).toEqual([
      'libs/ordering/store/sku.row.ts: a row of ordering maps a table of catalogue',
    ]);
  });

  it('reads migrations too: a view looks down only', () => {
    const text = 'create view trace.lot_v as select * from trace.lot join ordering.line_v using (lot_id);';
    const path = 'infra/database/migrations/0008_trace.sql';
    expect(sqlFence([{ path, text }])).toEqual([`${path}: trace may not read upward: ordering.line_v`]);
  });
});

describe('words', () => {
  it.each([
    { path: 'libs/x/utils/money.ts', text: '' },
    { path: 'libs/x/helpers.ts', text: '' },
    { path: 'libs/x/a.ts', text: `// ${'TO'}DO later` },
    { path: 'libs/x/a.ts', text: `// ${'eslint'}-disable-next-line no-console` },
  ])('refuses $path $text', (file) => {
    expect(words([file])).toHaveLength(1);
  });

  it('takes a reason', () => {
    expect(words([{ path: 'libs/x/a.ts', text: `// ${'eslint'}-disable-next-line no-console -- the banner` }])).toEqual(
      [],
    );
  });
});

describe('packages', () => {
  it('wants a line for each package and a package for each line', () => {
    const text = '| package | why |\n|---|---|\n| `pg` | speaks to PostgreSQL |\n| `left-pad` | gone |\n';
    expect(accounted({ dependencies: { pg: '8', zod: '4' } }, text)).toEqual([
      'zod: no line in docs/dependencies.md says why we need it',
      'left-pad: docs/dependencies.md names it, package.json does not',
    ]);
  });

  it('sees what a lock left out, at whatever depth it should be', () => {
    const packages = {
      '': { dependencies: { a: '1' } },
      'node_modules/a': { optionalDependencies: { 'a-darwin': '1', 'a-linux': '1' }, dependencies: { b: '1' } },
      'node_modules/a/node_modules/b': { dependencies: { 'a-linux': '1' } },
      'node_modules/a-linux': {},
    };
    expect(lockFile(packages)).toEqual(['package-lock.json: node_modules/a needs a-darwin, which the lock leaves out']);
  });

  it('sees download addresses', () => {
    expect(lockFile({ 'node_modules/a': { resolved: 'somewhere' } })).toHaveLength(1);
  });
});

it('two migrations of one number are named, each beside its check is none', () => {
  const steps = ['0001_a.sql', '0001_a.check.sql', '0002_b.sql', '0002_c.sql', '0003_d.sql'];
  expect(numbersTaken(steps)).toEqual(
    ['0002_b.sql', '0002_c.sql'].map((name) => `infra/database/migrations/${name}: another has its number`),
  );
});
