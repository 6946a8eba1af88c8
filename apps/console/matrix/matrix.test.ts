import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { menu } from '../frame/menu';
import { collect, type Part } from './collect';
import { matrixOf, missingOf, refusedOf, type Rights } from './matrix';
import { rights, roles, wholeMatrix } from './whole';

const matrix = wholeMatrix();

/** Buttons that are not drawn although it looks so from the source, and why. */
const NOT_DRAWN: Record<string, string> = {
  'supplier: trace/recalls/:id: POST /trace/recalls/{id}/withdrawal':
    'one dialog closes and withdraws; the button that opens it to withdraw is for operators alone',
};

test('the matrix of roles, pages and acts is the one that is kept; `npm run contract` writes it anew', () => {
  expect(JSON.parse(readFileSync(join(__dirname, '../../../docs/console-matrix.json'), 'utf8'))).toEqual(matrix);
});

test('no button is drawn for a role that the server lets in nowhere', () => {
  expect(refusedOf(matrix, rights)).toEqual(Object.keys(NOT_DRAWN));
});

test('whatever the server grants a role is on a page that the role reads', () => {
  expect(missingOf(matrix, { rights, roles })).toEqual([]);
});

/** Done before anybody is inside, or on the way out; and beneath whatever has a history, by whoever is told it: on no page of its own. */
const OUTSIDE = [
  ...['DELETE /me/viewing', 'DELETE /sessions/current', 'POST /history/{kind}/{id}/notes'],
  ...['POST /registrations', 'POST /registrations/codes'],
  ...['POST /sessions', 'POST /sessions/sms'],
];

test('whatever the console sends is an act that the matrix knows', () => {
  const { parts: all } = collect(join(__dirname, '..'), { keys: Object.keys(rights), everyone: roles });
  const named = [...all.values()].flatMap(({ routes }) => routes.map(({ name }) => name));
  const known = new Set(Object.values(matrix).flatMap(({ acts }) => Object.keys(acts)));
  const unknown = new Set(named.filter((name) => !name.startsWith('GET ') && !known.has(name)));
  expect([...unknown].sort()).toEqual(OUTSIDE);
});

test('every page is found, and every page of the menu is read by whom the menu shows it', () => {
  const said = menu.flatMap(({ items }) => items.map(({ to, roles: shown }) => [to.slice(1), shown ?? roles] as const));
  for (const [path, shown] of said)
    expect([path, [...matrix[path]!.readers].sort()]).toEqual([path, [...shown].sort()]);
  expect(Object.keys(matrix).length).toBeGreaterThan(said.length * 2);
});

describe('what is drawn for whom', () => {
  const part = (over: Partial<Part>): Part => ({
    ...{ routes: [], draws: [], roles: [], duty: false, marks: [] },
    ...over,
  });
  const own: Rights = { 'GET /thing': null, 'POST /thing': ['finance'], 'POST /other': ['finance', 'auditor'] };
  const of = (page: Part, others: Record<string, Part> = {}) => {
    const found = new Map(Object.entries({ page, ...others }));
    const made = matrixOf({
      collected: { pages: [{ path: 'page', part: 'page', roles: null }], parts: found },
      ...{ rights: own, roles: ['finance', 'auditor'], reads: {} },
    });
    return { refused: refusedOf(made, own), missing: missingOf(made, { rights: own, roles: ['finance', 'auditor'] }) };
  };
  const post = { name: 'POST /thing', roles: [] };

  test('an act that nothing stands before is refused to whoever the server does not let in', () => {
    expect(of(part({ routes: [post] })).refused).toEqual(['auditor: page: POST /thing']);
    expect(of(part({ draws: [{ name: 'act', roles: [] }] }), { act: part({ routes: [post] }) }).refused).toHaveLength(
      1,
    );
  });

  test.each([
    ['its own line', part({ routes: [{ ...post, roles: [['finance']] }] }), {}],
    [
      'the whole part',
      part({ draws: [{ name: 'act', roles: [] }] }),
      { act: part({ routes: [post], roles: [['finance']] }) },
    ],
    ['whoever draws it', part({ draws: [{ name: 'act', roles: [['finance']] }] }), { act: part({ routes: [post] }) }],
    ['what the server says of the reader', part({ routes: [post], duty: true }), {}],
  ] as const)('a guard before %s keeps it away', (_where, page, others) => {
    expect(of(page, others).refused).toEqual([]);
  });

  test('what is granted and drawn nowhere is missing', () => {
    expect(of(part({ routes: [post, { name: 'POST /other', roles: [['finance']] }] })).missing).toEqual([
      'auditor: POST /other',
    ]);
  });
});

describe('what a source says', () => {
  const read = (text: string) => {
    const { parts: found } = collect.ofText(text, {
      keys: ['POST /thing', 'POST /thing/{id}/end'],
      everyone: ['finance', 'auditor'],
    });
    return found.get('page.tsx#Page')!.routes.map(({ name, roles: asked }) => [name, asked]);
  };
  test.each([
    ['a route that is sent', `useSend('POST /thing');`, [['POST /thing', []]]],
    ['a type asks nothing', `let x: Act<'POST /thing'>;`, []],
    ['a template', 'send(`POST /thing/{id}/${word}`);', [['POST /thing/{id}/end', []]]],
    ['a line that asks', `return hasRole(me, ['finance']) && act('POST /thing');`, [['POST /thing', [['finance']]]]],
    ['either or', `return hasRole(me, ['finance']) ? null : act('POST /thing');`, [['POST /thing', [['auditor']]]]],
    [
      'a name for who it is and one for what is done',
      `const isFinance = hasRole(me, ['finance']); const act = { route: 'POST /thing' }; return isFinance && run(act);`,
      [['POST /thing', [['finance']]]],
    ],
    [
      'a dialog that a button opens',
      `const [open, setOpen] = useState(false);
       return [hasRole(me, ['finance']) && button(() => setOpen(true)), open && send('POST /thing'), () => setOpen(false)];`,
      [['POST /thing', [['finance']]]],
    ],
  ])('%s', (_case, body, expected) => {
    expect(read(`function Page() { ${body} }`)).toEqual(expected);
  });
});
