import { Readable } from 'node:stream';
import { fail, type InputOf } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import {
  command,
  exporting,
  failpoint,
  type CommandOptions,
  type Database,
  type DownloadedFile,
  type Tx,
  type Vault,
} from '@xihuo/platform';
import { BANK_LAYOUTS, cellsOf, layoutOf, refusedOf, type BankLayout, type BankLine } from '../../rules/bank-layouts';
import { codeOfItem } from '../../rules/item-code';
import { PAIN_TAIL, painHead, painTransfer, type PaymentInstruction } from '../../rules/pain001';
import { cellsOfAccount, linesForBank, nameAccountPurpose, type FileRow } from '../../store/payout/account.sql';
import { payoutsOneAtATime } from '../../store/payout/draw.sql';
import { fileHad, instructBatch } from '../../store/payout/move.sql';
import { findBatch, type BatchRow } from '../../store/payout/view.sql';
import { tellOfPayouts } from '../tell-live';
import { openedCells } from './account-cells';
import { mustNotBeStopped, personOf } from './payout-kit';
import { recheckLines } from './void-lines';

type Wanted = InputOf<'GET /settlement/payout-batches/{id}/file'>['query'] & { id: string };

/** A file that may be had: its lines do not change any more. */
export interface BankFilePlan {
  readonly batch: BatchRow;
  readonly format: Wanted['format'];
  readonly layout: BankLayout;
}

type DebtorAccount = PaymentInstruction['debtor']['account'];

/** Lines read at once. */
const PAGE = 1_000;
/** Of the lines a bank's table does not take, how many are named. */
const NAMED = 20;

/**
 * Says that a batch is handed to the bank; said twice it is said once. Lines whose account changed since, or whose supplier has to
 * wait since, are void first; a batch of which nothing is left is answered as `discarded`, and was not handed over.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP, PAYOUTS_STOPPED
 */
export async function instruct(tx: Tx, id: string): Promise<BatchRow> {
  await tx.sql(payoutsOneAtATime);
  await mustNotBeStopped(tx);
  const [before] = await tx.sql(findBatch, [id]);
  if (!before) throw fail('NOT_FOUND');
  if (before.state !== 'setAside' && before.state !== 'instructed') throw fail('NOT_AT_THIS_STEP');
  const left = before.state === 'instructed' || (await recheckLines(tx, id));
  const [moved] = left ? await tx.sql(instructBatch, [id, personOf(tx.actor), tx.now]) : [];
  failpoint('payout.instruct:moved');
  const [batch] = await tx.sql(findBatch, [id]);
  must(batch, 'a batch that was found stays');
  tellOfPayouts(tx);
  if (moved) tx.audit({ action: 'payout.instruct', subjectKind: 'payoutBatch', subjectId: id });
  return batch;
}

/**
 * Asks for the file of a batch: who had it and why is noted before the first number leaves, and a line that the table of the debtor's
 * bank does not take is named before the file begins, since half a file at a bank pays half the households. Before the first file every
 * line is looked at again; after it a bank may know them, and they stay.
 *
 * @returns what is to be written; null where no line was left, and the batch has ended
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP before it was handed over, PAYOUTS_STOPPED, PAYOUT_TEXT_REFUSED with `count` and
 *   `lines`: of up to 20 such lines the number, the payee and the signs
 */
export async function askBankFile(tx: Tx, vault: Vault, { id, format, reason }: Wanted): Promise<BankFilePlan | null> {
  await tx.sql(payoutsOneAtATime);
  await mustNotBeStopped(tx);
  const [before] = await tx.sql(findBatch, [id]);
  if (!before) throw fail('NOT_FOUND');
  if (before.state !== 'instructed') throw fail('NOT_AT_THIS_STEP');
  if (before.filed_at === null) {
    if (!(await recheckLines(tx, id, vault))) return null;
    await tx.sql(fileHad, [id, tx.now]);
  }
  const [batch] = await tx.sql(findBatch, [id]);
  must(batch, 'a batch that was found stays');
  const layout = BANK_LAYOUTS[format === 'csv' ? layoutOf(batch.debtor_bank) : 'plain'];
  const refused: { item: string; payee: string; signs: string }[] = [];
  let lines = 0;
  for await (const page of pagesOf(id, (values) => readPage(tx, values))) {
    lines += page.length;
    const opened = page.map((row) => lineOf(vault, row));
    const found = opened.map((line) => ({
      ...{ item: line.code, payee: line.holder, signs: refusedOf(layout, line, exporting.knowsGb18030) },
    }));
    refused.push(...found.filter(({ signs }) => signs !== ''));
  }
  if (refused.length > 0)
    throw fail('PAYOUT_TEXT_REFUSED', { extra: { lines: refused.slice(0, NAMED), count: refused.length } });
  tx.audit({
    ...{ action: 'payout.file', subjectKind: 'payoutBatch', subjectId: id },
    after: { format, reason, lines },
  });
  return { batch, format, layout };
}

/**
 * The file, with whole numbers, written while its lines are read: opened for this file, kept nowhere. Every file of one batch names
 * the same lines under the same numbers, so that a bank knows the second for the first.
 */
export function bankFile(
  database: Database,
  vault: Vault,
  { batch, format, layout }: BankFilePlan,
  asked: Pick<CommandOptions, 'actor' | 'requestId'>,
): DownloadedFile<Readable> {
  // A transaction a page: the cells are seen only in one that has named its purpose.
  const inPage = async <View>(work: (tx: Tx) => Promise<View>) =>
    (await command(database, { ...asked, name: 'payout.filePage' }, work)).view;
  const read = (values: PageOf) => inPage((tx) => readPage(tx, values));
  const lines = (async function* opened() {
    for await (const page of pagesOf(batch.id, read)) yield page.map((row) => lineOf(vault, row));
  })();
  const name = `payout-${codeOfItem(batch.id)}`;
  if (format === 'pain001') {
    const bytes = Readable.from(
      messageOf(batch, () => inPage((tx) => accountOfDebtor(tx, vault, batch)), lines),
      { objectMode: false },
    );
    return { bytes, mediaType: 'application/xml; charset=utf-8', name: `${name}.xml` };
  }
  const bytes = Readable.from(tableOf(layout, time.businessDate(batch.instructed_at!), lines), { objectMode: false });
  const charset = layout.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
  return { bytes, mediaType: `text/csv; charset=${charset}`, name: `${name}.csv` };
}

type PageOf = readonly [batchId: string, after: string | null, limit: number];

async function readPage(tx: Tx, values: PageOf): Promise<FileRow[]> {
  await tx.sql(nameAccountPurpose, ['payout.file']);
  return tx.sql(linesForBank, [...values]);
}

async function* pagesOf(batchId: string, read: (values: PageOf) => Promise<FileRow[]>): AsyncGenerator<FileRow[]> {
  for (let after: string | null = null; ;) {
    const rows = await read([batchId, after, PAGE]);
    yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

function lineOf(vault: Vault, row: FileRow): BankLine {
  const opened = openedCells(vault, row.account_id, { number: row.number_sealed, holder: row.holder_sealed });
  return {
    ...opened,
    ...{ code: codeOfItem(row.id), fen: row.amount_fen, cnapsCode: row.cnaps_code, bankName: row.bank_name },
    purpose: row.purpose,
  };
}

/** Where the debtor keeps its money, as it was when the batch was handed over; null where it never said. */
async function accountOfDebtor(tx: Tx, vault: Vault, { debtor_bank: bank }: BatchRow): Promise<DebtorAccount> {
  if (!bank) return null;
  await tx.sql(nameAccountPurpose, ['payout.file']);
  const [sealed] = await tx.sql(cellsOfAccount, [bank.accountId]);
  if (!sealed) return null;
  const cells = { number: sealed.number_sealed, holder: sealed.holder_sealed };
  return { number: openedCells(vault, bank.accountId, cells).number, cnapsCode: bank.cnapsCode };
}

async function* messageOf(
  batch: BatchRow,
  account: () => Promise<DebtorAccount>,
  pages: AsyncIterable<BankLine[]>,
): AsyncGenerator<string> {
  const there = batch.became.filter(({ state }) => state !== 'voided');
  yield painHead({
    ...{ messageId: codeOfItem(batch.id), createdAt: batch.instructed_at! },
    executeOn: time.businessDate(batch.instructed_at!),
    debtor: { name: batch.debtor_name, code: codeOfItem(batch.debtor_id), account: await account() },
    lines: there.reduce((sum, { items }) => sum + items, 0),
    fen: there.reduce((sum, { fen }) => sum + BigInt(fen), 0n),
  });
  const { purposes } = BANK_LAYOUTS.plain;
  for await (const page of pages)
    yield page.map((line) => painTransfer({ ...line, purpose: purposes[line.purpose] })).join('');
  yield PAIN_TAIL;
}

async function* tableOf(layout: BankLayout, on: string, pages: AsyncIterable<BankLine[]>): AsyncGenerator<Buffer> {
  const encoded = (text: string) =>
    layout.encoding === 'gb18030' ? exporting.encodeGb18030(text) : Buffer.from(text, 'utf8');
  // A byte order mark, for the spreadsheets of people; a bank's own system would read it as part of the first title.
  if (layout.encoding === 'utf8WithMark') yield encoded('\ufeff');
  if (layout.titled) yield encoded(exporting.csvLine(layout.columns.map(([title]) => title)));
  let place = 0;
  for await (const page of pages)
    yield encoded(page.map((line) => exporting.csvLine(cellsOf(layout, line, { place: (place += 1), on }))).join(''));
}
