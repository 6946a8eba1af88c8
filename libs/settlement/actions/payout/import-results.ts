import { fail, machines } from '@xihuo/contract';
import { money, must, states, time } from '@xihuo/kernel';
import { postAll, type NewTransfer, type Resolution } from '@xihuo/ledger';
import { columns, defineImport, failpoint, newId, type CellFault, type Tx, type Verdict } from '@xihuo/platform';
import {
  flagAccounts,
  freeDues,
  keepEvents,
  lockToldItems,
  moveItems,
  type ToldItem,
} from '../../store/payout/move.sql';
import { findBatch } from '../../store/payout/view.sql';
import { tellOfPayouts } from '../tell-live';
import { itemOfCode } from '../../rules/item-code';
import { INSTITUTION, paidFrom, PAYOUT_RULE } from './payout-kit';

type Told = 'pay' | 'fail' | 'bounce';

interface ResultRow {
  item: string;
  outcome: Told;
  amount: string;
  on: string;
  bankReference: string;
  reason: string;
}

/** Lines of one call to the ledger. */
const CHUNK = 4_000;

const words = (zh: string, en: string) => ({ zh, en });
const fault = (code: string, reason: CellFault['reason'], fix: CellFault['fix']): CellFault => ({ code, reason, fix });

const NOT_A_LINE = fault(
  'NOT_A_PAYOUT_LINE',
  words('不是有效的业务编号（32 位）', 'This is no number of a line: 32 letters and digits'),
  words('从付款文件复制，请将该列设为“文本”', 'Copy it from the payout file, with the column formatted as text'),
);
const UNKNOWN = fault(
  'PAYOUT_ITEM_UNKNOWN',
  words('本批次没有这一笔', 'This batch has no such line'),
  words('核对业务编号，或到所属批次导入', 'Check the number, or hand it in for the batch it is of'),
);
const DIFFERS = (fen: bigint): CellFault =>
  fault(
    'PAYOUT_AMOUNT_DIFFERS',
    words(`金额与清单不符，清单为 ${money.toYuan(fen)} 元`, `The list says ¥${money.toYuan(fen)}`),
    words('与银行核对；差额不能记账', 'Ask the bank: a difference is not booked'),
  );
const CONTRADICTS = fault(
  'PAYOUT_RESULT_CONTRADICTS',
  words('这一笔的状态不允许该结果', 'After what was told of this line before, this cannot be'),
  words('已失败的不能再成功；退票只能在成功之后', 'What has failed is not paid; only what was paid comes back'),
);
const LATER = fault(
  'DAY_AHEAD',
  words('日期在今天之后', 'The day has not come yet'),
  words('填写银行处理日期', 'Write the day on which the bank did it'),
);

/**
 * What a bank says became of the lines of a batch: paid, failed, or sent back (退票) after it was paid. A line that is told twice is
 * told once; one that the batch does not have, of another sum, or that contradicts what was told before is refused by name and
 * nothing of it is booked. Scope is the batch.
 */
export const resultImport = defineImport<ResultRow, ToldItem>({
  kind: 'payoutResults',
  title: words('付款结果', 'Payout results'),
  roles: ['finance'],
  columns: {
    item: columns.codeColumn(
      {
        title: words('业务编号', 'Line'),
        aliases: ['流水号', '客户流水号', '附言', '备注信息', 'EndToEndId', 'Line number'],
        hint: words('付款文件中的 32 位业务编号', 'The 32 letters and digits of the payout file'),
        sample: '0193F0A2B4C67D8E9F00112233445566',
      },
      (code) => (itemOfCode(code) === null ? NOT_A_LINE : null),
    ),
    outcome: columns.choiceColumn(
      {
        title: words('结果', 'Outcome'),
        aliases: ['状态', '处理结果', 'Status'],
        hint: words('成功、失败或退票', 'paid, failed or returned'),
        sample: '成功',
      },
      {
        pay: ['成功', 'paid', '交易成功', 'ACSC'],
        fail: ['失败', 'failed', '交易失败', 'RJCT'],
        bounce: ['退票', 'returned', '退汇', 'RTND'],
      },
    ),
    amount: columns.yuanColumn({
      title: words('金额（元）', 'Amount (yuan)'),
      aliases: ['金额', '交易金额', 'Amount'],
      hint: words('与付款文件一致', 'As in the payout file'),
      sample: '128.50',
    }),
    on: columns.dayColumn({
      title: words('日期', 'Day'),
      aliases: ['交易日期', '处理日期', 'Date'],
      hint: words('银行处理的日期', 'When the bank did it'),
      sample: '2026-11-28',
    }),
    bankReference: columns.optional(
      columns.textColumn(
        {
          title: words('银行流水号', 'Bank reference'),
          aliases: ['银行流水', '回单号', 'Reference'],
          hint: words('可留空', 'May stay empty'),
          sample: '',
        },
        64,
      ),
      '',
    ),
    reason: columns.optional(
      columns.textColumn(
        {
          title: words('原因', 'Reason'),
          aliases: ['失败原因', '退票原因', '备注', 'Remark'],
          hint: words('失败或退票的原因', 'Why it failed or came back'),
          sample: '',
        },
        200,
      ),
      '',
    ),
  },
  keyOf: ({ item, outcome }) => `${item} ${outcome}`,

  async admit(tx, batchId) {
    const [batch] = await tx.sql(findBatch, [batchId]);
    if (!batch) throw fail('NOT_FOUND');
    if (batch.state !== 'instructed') throw fail('NOT_AT_THIS_STEP');
  },

  async inspect(tx, batchId, rows) {
    const ids = rows.map(({ item }) => itemOfCode(item)!);
    const items = new Map((await tx.sql(lockToldItems, [batchId, [...new Set(ids)]])).map((item) => [item.id, item]));
    // A file may say of one line that it was paid and, further down, that it came back: each is judged after those before it.
    const state = new Map([...items].map(([id, item]) => [id, item.state]));
    return rows.map((row, at): Verdict<ToldItem> => {
      const item = items.get(ids[at]!);
      if (!item) return { ...UNKNOWN, column: 'item' };
      if (BigInt(row.amount) !== item.amount_fen) return { ...DIFFERS(item.amount_fen), column: 'amount' };
      if (row.on > time.businessDate(tx.now)) return { ...LATER, column: 'on' };
      if (item.told.includes(row.outcome)) return 'known';
      const next = states.transition(
        machines.payoutItemStates,
        state.get(item.id) as machines.PayoutItemState,
        row.outcome,
      );
      if (next === null) return { ...CONTRADICTS, column: 'outcome' };
      state.set(item.id, next);
      return { found: item };
    });
  },

  async write(tx, _batchId, rows, _tools, found) {
    const told = rows.map((row, at) => ({ row, item: found[at]! }));
    for (const outcome of ['pay', 'fail', 'bounce'] as const) {
      await keep(
        tx,
        outcome,
        told.filter(({ row }) => row.outcome === outcome),
      );
    }
    failpoint('payout.results:beforeCommit');
  },
});

/** Lines of which one thing is told: their states, the books, and what is due again. */
async function keep(tx: Tx, outcome: Told, told: readonly { row: ResultRow; item: ToldItem }[]): Promise<void> {
  if (told.length === 0) return;
  const ids = told.map(({ item }) => item.id);
  const [from] = states.statesBefore(machines.payoutItemStates, outcome);
  const to = states.transition(machines.payoutItemStates, from!, outcome);
  const moved = await tx.sql(moveItems, [ids, to, from, tx.now]);
  must(moved.length === ids.length, 'lines that were found are at the step they were found at');
  const events = told.map(({ row, item }) => ({
    ...{ item_id: item.id, event: outcome, told_on: row.on, bank_reference: row.bankReference || null },
    reason: row.reason,
  }));
  const by = tx.actor.kind === 'person' ? `person:${tx.actor.personId}` : 'system';
  await tx.sql(keepEvents, [JSON.stringify(events), by, tx.now]);
  for (let from = 0; from < told.length; from += CHUNK) {
    await postAll(
      tx,
      told.slice(from, from + CHUNK).map(({ item }) => bookedAs(outcome, item, time.businessDate(tx.now))),
    );
  }
  if (outcome !== 'pay') {
    await tx.sql(freeDues, [ids]);
    await tx.sql(flagAccounts, [told.map(({ item }) => item.account_id)]);
    tx.emit('payoutsCameBack', { how: outcome, payeeIds: [...new Set(told.map(({ item }) => item.payee_id))] });
  }
  tellOfPayouts(tx);
  tx.audit({
    ...{ action: `payout.${outcome}`, subjectKind: 'payoutBatch', subjectId: told[0]!.item.batch_id },
    after: { items: ids.length, fen: told.reduce((sum, { item }) => sum + item.amount_fen, 0n).toString() },
  });
}

function bookedAs(outcome: Told, item: ToldItem, businessDate: string): NewTransfer | Resolution {
  const booked = {
    ...{ id: newId(), groupId: newId(), sourceKind: 'payoutItem', sourceId: item.id, ruleVersion: PAYOUT_RULE },
    ...{ businessDate, code: `payout.${outcome}` },
  };
  if (outcome !== 'bounce') return { ...booked, pendingId: item.id, how: outcome === 'pay' ? 'post' : 'void' };
  return { ...booked, debit: INSTITUTION, credit: paidFrom(item), amountFen: money.fen(item.amount_fen) };
}
