import { fail } from '@xihuo/contract';
// eslint-disable-next-line @nx/enforce-module-boundaries -- only tests load this file, as they do their builders
import { openHouse, type House } from '@xihuo/testing';
import { statement } from '../database/statement';
import { codeColumn, dayColumn, textColumn } from './columns';
import { defineImport } from './definition';
import { Imports } from './imports';

interface Household {
  name: string;
  card: string;
  since: string;
}

const words = (zh: string) => ({ zh, en: zh });
const described = (zh: string) => ({ title: words(zh), hint: words(zh), sample: '' });
const known = statement<{ card: string }>('test.planted_known', 'select card from planted where card = any ($1)');
const plant = statement(
  'test.plant',
  `insert into planted select $1, name, card, since from unnest($2::text[], $3::text[], $4::text[]) as row (name, card, since)`,
);
export const CLOSED = '00000000-0000-7000-8000-00000000000f';

/** Whether scopes take rows at present; a test closes them in the middle. */
export const gate = { open: true };

export const definition = defineImport<Household>({
  kind: 'linkedHouseholds',
  title: words('农户'),
  roles: ['supplier'],
  columns: {
    name: textColumn(described('姓名'), 10),
    card: {
      ...codeColumn(described('卡号'), (code) =>
        /^\d{16}$/.test(code) ? null : { code: 'FORM', reason: words('应为16位'), fix: words('核对') },
      ),
      sensitive: true,
    },
    since: dayColumn(described('日期')),
  },
  keyOf: ({ card }) => card,
  async admit(_tx, scopeId) {
    if (scopeId === CLOSED) throw fail('NOT_FOUND');
  },
  async inspect(tx, _scopeId, rows) {
    const there = new Set((await tx.sql(known, [rows.map(({ card }) => card)])).map(({ card }) => card));
    return rows.map(({ card, name }) => {
      if (there.has(card)) return 'known';
      return name === '不收' ? { code: 'NOT_TAKEN', column: 'name', reason: words('不收'), fix: words('换人') } : 'new';
    });
  },
  async write(tx, scopeId, rows) {
    if (!gate.open) throw fail('NOT_AT_THIS_STEP');
    await tx.sql(plant, [
      scopeId,
      rows.map(({ name }) => name),
      rows.map(({ card }) => card),
      rows.map(({ since }) => since),
    ]);
  },
});

export const cardOf = (number: number) => String(6_200_000_000_000_000 + number);
export const lineOf = (number: number) => `第${number}户,${cardOf(number)},2026-09-01`;
export const fileOf = (lines: string[]) => Buffer.from(['姓名,卡号,日期', ...lines].join('\n'));

let scopes = 0;
export const newScope = () => `00000000-0000-7000-8000-${String(++scopes).padStart(12, '0')}`;

type Answer = { body: Record<string, unknown> };
type Browser = ReturnType<House['browser']>;

/** A house in which households may be planted by imports, and a supplier in it. */
export async function openPlanting() {
  const house = await openHouse({ parts: [{ name: 'planting', imports: [definition] }] });
  await house.rows(
    `create table planted (scope uuid not null, name text not null check (name <> '毒'), card text primary key, since text not null)`,
  );
  await house.rows('grant select, insert on planted to xihuo_app');

  async function signedIn(role: 'supplier' | 'countyAgriculture') {
    const { id, login, password } = await house.person({ role });
    const browser = house.browser('console');
    await browser.signIn(login, password);
    return { id, browser };
  }
  const { id, browser } = await signedIn('supplier');
  return {
    ...{ house, browser, signedIn, personId: id },
    imports: new Imports(house.database, house.vault, [definition]),
    planted: () => house.count('select count(*) from planted'),
    handIn: (bytes: Buffer, scope = newScope(), who: Browser = browser) =>
      who.ask('POST', `/imports?kind=linkedHouseholds&scope=${scope}&name=${encodeURIComponent('农户.csv')}`, bytes, {
        'content-type': 'text/csv',
      }),
    confirm: ({ body }: Answer, leaveOutFaulty = false) =>
      browser.ask(
        'POST',
        `/imports/${String(body['id'])}/confirm`,
        { leaveOutFaulty },
        { 'if-match': `"${String(body['version'])}"` },
      ),
    look: async ({ body }: Answer) => (await browser.ask('GET', `/imports/${String(body['id'])}`)).body,
    /** Nothing planted, every gate open. */
    async clear() {
      gate.open = true;
      await house.rows('delete from planted');
      await house.rows('delete from platform.rate_window');
    },
  };
}
