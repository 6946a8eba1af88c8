import type { InputOf, ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { cursorAt, exporting, placeIn, type Database } from '@xihuo/platform';
import { startOfMonth } from '../../rules/business/invoice';
import { statementEntries, statementSums, type EntryRow } from '../../store/business/statement.sql';
import { actFor, mustHaveDuty } from './members';

export type StatementView = ResponseOf<'GET /organisations/{id}/statements/{month}'>;

interface Wanted {
  readonly organisationId: string;
  readonly personId: string;
  /** YYYY-MM, Asia/Shanghai. */
  readonly month: string;
}

const wire = (fen: bigint) => money.toWire(money.fen(fen));

/**
 * What an organisation owed at the start of a month, what changed it, and what it owes at the end: goods accepted less credit notes
 * and transfers. Less than nothing stands to its credit. The sums are of the whole month, the entries a page of it.
 *
 * @throws ProblemError NOT_FOUND, DUTY_MISSING, INVALID_INPUT for a cursor of another list
 */
export async function viewStatement(
  database: Database,
  { organisationId, personId, month }: Wanted,
  page: { cursor?: string | undefined; limit: number },
): Promise<StatementView> {
  mustHaveDuty(await actFor(database, organisationId, personId), 'pay');
  const span = [organisationId, startOfMonth(month), startOfMonth(month, 1)];
  const [micros, id] = (placeIn(page.cursor, 'entry') ?? '').split(':');
  const rows = await database.read(statementEntries, [...span, micros || null, id ?? null, page.limit + 1]);
  const [sums] = await database.read(statementSums, span);
  const { opening_fen: opening, accepted_fen: accepted, credited_fen: credited, transferred_fen: transferred } = sums!;
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    month,
    ...{ opening: wire(opening), accepted: wire(accepted), credited: wire(credited), transferred: wire(transferred) },
    closing: wire(opening + accepted - credited - transferred),
    data: shown.map(entryView),
    nextCursor: rows.length > page.limit && last ? cursorAt(`${last.micros}:${last.id}`) : null,
  };
}

const entryView = (row: EntryRow): StatementView['data'][number] => ({
  ...{ kind: row.kind, id: row.id, at: row.at.toISOString(), amount: wire(row.fen), reference: row.reference },
  ...{ about: row.about, dueOn: row.due_on },
});

const WORDS = {
  zh: {
    name: '对账单',
    columns: ['时间', '事项', '单号', '对方', '金额（元）', '付款期限'],
    kinds: { accepted: '验收应付', credited: '冲减', transferred: '付款', sentBack: '退回' },
    sums: { opening: '期初应付', closing: '期末应付' },
  },
  en: {
    name: 'statement',
    columns: ['Time', 'What', 'Number', 'With', 'Amount (yuan)', 'Due on'],
    kinds: { accepted: 'Accepted', credited: 'Credit note', transferred: 'Transfer', sentBack: 'Sent back' },
    sums: { opening: 'Owed at the start', closing: 'Owed at the end' },
  },
} as const;

type FileQuery = InputOf<'GET /organisations/{id}/statements/{month}/file'>['query'];

const yuan = ({ amount }: { amount: string }) => exporting.yuanCell(amount);

/** The whole month as a table, the same entries in the same order, between what was owed before and after. */
export async function statementFile(
  database: Database,
  wanted: Wanted,
  { format, language }: FileQuery & { language: 'zh' | 'en' },
): Promise<ReturnType<typeof exporting.streamFile>> {
  const { name, columns, kinds, sums } = WORDS[language];
  const { opening, closing } = await viewStatement(database, wanted, { limit: 1 });
  const rows = await exporting.rowsOfPages(
    (cursor) => viewStatement(database, wanted, { cursor, limit: exporting.EXPORT_PAGE }),
    (entry) => [[entry.at, kinds[entry.kind], entry.reference, entry.about, yuan(entry.amount), entry.dueOn]],
  );
  async function* whole() {
    yield [wanted.month, sums.opening, null, null, yuan(opening), null];
    yield* rows;
    yield [wanted.month, sums.closing, null, null, yuan(closing), null];
  }
  const table = { name, columns: columns.map((title) => ({ title })), rows: whole() };
  return exporting.streamFile(`${name}-${wanted.month}`, format, [table]);
}
