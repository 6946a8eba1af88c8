import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '../matrix/collect';
import type { Me } from '../identity/me';
import readers from './history-readers.json';
import { mayRead } from './history';

const who = (role: string, jurisdiction: string | null = null) => ({ grants: [{ role, jurisdiction }] }) as Me;

test.each([
  ['dossier', who('auditor', '52'), true],
  ['dossier', who('supplier'), true],
  ['dossier', who('reviewer'), true],
  ['dossier', who('finance'), false],
  ['case', who('countyAgriculture', '520527'), true],
  ['objection', who('countyAgriculture', '520527'), false],
  ['exit', who('finance'), true],
  ['lot', who('supplier'), true],
  ['agreement', who('countyAgriculture', '520527'), true],
  ['agreement', who('mediator'), false],
  ['supplierOrder', who('operator'), false],
  ['lot', who('reviewer'), false],
  ['payoutRun', who('finance'), true],
  ['payoutRun', who('auditor'), true],
  ['payoutRun', who('auditor', '52'), false],
  ['payoutRun', who('supplier'), false],
  ['campaign', who('operator'), true],
  ['campaign', who('supplier'), false],
] as const)('the history of a %s is offered where the server tells it', (kind, me, offered) => {
  expect(mayRead(kind, me)).toBe(offered);
});

/** Pages of one thing without a history at their foot, and why. */
const TOLD_ELSEWHERE: Record<string, readonly string[]> = {
  'a form about a thing whose own page tells it': [
    ...['benefit/agreements/:id/amend', 'benefit/agreements/:id/edit', 'benefit/work/:id/correct'],
    'trace/deliveries/:id/correct',
  ],
  'a list of what a payee was paid to, each told from its row': ['settlement/accounts/:id'],
  'sums of other things: nobody does anything to them': [
    ...['benefit/collectives/:supplier/:id', 'channels/results/:kind/:slug', 'ledger/accounts/:id'],
    ...['settlement/statements/:id/lines/:lineId', 'settlement/statements/:id/lines/:lineId/order'],
    'trace/order-lines/:id',
  ],
  'entries of the books are never touched': ['ledger/groups/:id'],
};

test('every page of one thing tells at its foot what was done to it', () => {
  const console = join(__dirname, '..');
  const { pages, parts } = collect(console, { keys: [], everyone: [] });
  const tells = (file: string) => /\bhistory(=\{\{|: \{ kind)/.test(readFileSync(join(console, file), 'utf8'));
  const silent = pages
    .filter(({ path }) => path.includes(':'))
    .filter(({ part }) => {
      const drawn = parts.get(part)!.draws.map(({ name }) => name.split('#')[0]!);
      return ![part.split('#')[0]!, ...drawn.filter((file) => /frame\.tsx$/.test(file))].some(tells);
    });
  expect(silent.map(({ path }) => path).sort()).toEqual(Object.values(TOLD_ELSEWHERE).flat().sort());
});

/** Pages that roles open beside those who are told the history, and why. */
const NOT_TOLD: Record<string, readonly string[]> = {
  // Everybody reads which rules hold; who proposed what others, and why, is the house's.
  'registry/settings/:key': ['supplier', 'countyAgriculture', 'countyRevitalisation', 'reviewer', 'mediator'],
};

test('whoever opens the page of a thing is told what was done to it', () => {
  const console = join(__dirname, '..');
  const { pages } = collect(console, { keys: [], everyone: [] });
  const matrix = JSON.parse(readFileSync(join(console, '../../docs/console-matrix.json'), 'utf8')) as Record<
    string,
    { readers: string[] }
  >;
  const lists: Record<string, { anywhere: string[]; country: string[] }> = readers;
  const untold = pages.flatMap(({ path, part }) => {
    const [, kind] =
      /history(?:=\{\{|: \{) kind: '(\w+)'/.exec(readFileSync(join(console, part.split('#')[0]!), 'utf8')) ?? [];
    const list = kind === undefined ? undefined : lists[kind];
    const told = list && [...list.anywhere, ...list.country];
    const roles = told && matrix[path]!.readers.filter((role) => !told.includes(role));
    return roles?.length ? [[path, roles]] : [];
  });
  expect(Object.fromEntries(untold)).toEqual(NOT_TOLD);
});

test('whatever the server tells a history of, some page tells it of: at its foot, or from the row of a list', () => {
  const { parts } = collect(join(__dirname, '..'), { keys: [], everyone: [] });
  const files = [...new Set([...parts.keys()].map((name) => name.split('#')[0]!))];
  const texts = files.map((file) => readFileSync(join(__dirname, '..', file), 'utf8'));
  const telling = texts.filter((text) => /\bhistory(=\{\{|: \{ kind)|<HistoryButton/.test(text)).join('\n');
  const silent = Object.keys(readers).filter((kind) => !telling.includes(`'${kind}'`));
  expect(silent).toEqual([]);
});
