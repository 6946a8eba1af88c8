import { fail } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { exporting, limitRate, type Database, type DownloadedFile } from '@xihuo/platform';
import { startOfMonth } from '../../rules/business/invoice';
import { sumsOf } from '../../rules/business/note-sums';
import { organisationNamed } from '../../store/business/account.sql';
import { noteLinesOf, notePartsOf } from '../../store/business/settlement-note.sql';
import { nowOf } from '../../store/clock.sql';
import { drawNote, type SettlementNote } from '../papers/draw-settlement-note';
import { actFor, mustHaveDuty } from './members';
import { loadPurchase } from './view-purchase';

interface Asked {
  readonly personId: string;
  readonly format: 'pdf' | 'xlsx';
  readonly language: 'zh' | 'en';
}

const NOTE_WORDS = {
  zh: {
    name: '结算单',
    goods: '商品',
    sums: '货款',
    goodsColumns: [
      '采购单',
      '本单位单号',
      '供应商',
      '商品',
      '规格',
      '订购',
      '发货',
      '验收',
      '拒收',
      '金额（元）',
      '退减（元）',
    ],
    sumColumns: [
      ...[
        '采购单',
        '本单位单号',
        '供应商',
        '验收日期',
        '付款期限',
        '订购（元）',
        '退减（元）',
        '已付（元）',
        '未付（元）',
      ],
      '未到验收（元）',
    ],
    total: '合计',
  },
  en: {
    name: 'settlement-note',
    goods: 'Goods',
    sums: 'Sums',
    goodsColumns: [
      ...[
        'Purchase order',
        'Own number',
        'Supplier',
        'Product',
        'Pack',
        'Ordered',
        'Sent',
        'Accepted',
        'Refused',
        'Amount (yuan)',
      ],
      'Credited (yuan)',
    ],
    sumColumns: [
      ...[
        'Purchase order',
        'Own number',
        'Supplier',
        'Accepted on',
        'Due on',
        'Ordered (yuan)',
        'Credited (yuan)',
        'Paid (yuan)',
      ],
      ...['Open (yuan)', 'Not accepted yet (yuan)'],
    ],
    total: 'Total',
  },
} as const;

/** Of one purchase order, for every member of its organisation. @throws ProblemError NOT_FOUND, PURCHASE_STATE before it is issued, RATE_LIMITED */
export async function noteOfPurchase(database: Database, id: string, asked: Asked): Promise<DownloadedFile> {
  const { row } = await loadPurchase(database, id, asked.personId);
  if (row.order_id === null) throw fail('PURCHASE_STATE', { extra: { state: row.state } });
  const over = row.own_number === '' ? row.number : `${row.number} (${row.own_number})`;
  const about = { organisationId: row.organisation_id, name: row.organisation_name, file: row.number, over };
  return noteFile(database, { ...about, span: [id, null, null] }, asked);
}

/** Of what an organisation accepted in a month, for whoever sees to its payments. @throws ProblemError NOT_FOUND, DUTY_MISSING, RATE_LIMITED */
export async function noteOfMonth(
  database: Database,
  { id, month }: { id: string; month: string },
  asked: Asked,
): Promise<DownloadedFile> {
  mustHaveDuty(await actFor(database, id, asked.personId), 'pay');
  const [organisation] = await database.read(organisationNamed, [id]);
  const span = [null, startOfMonth(month), startOfMonth(month, 1)];
  const about = { organisationId: id, name: organisation!.name_zh, file: month, over: month };
  return noteFile(database, { ...about, span }, asked);
}

interface About {
  readonly organisationId: string;
  readonly name: string;
  /** In the file's name. */
  readonly file: string;
  readonly over: string;
  readonly span: readonly unknown[];
}

/** Sheets are drawn anew each time, which costs more than a page. */
const MOST_AN_HOUR = 120;

async function noteFile(
  database: Database,
  { organisationId, name, file, over, span }: About,
  { format, language }: Asked,
): Promise<DownloadedFile> {
  await limitRate(database, { name: 'settlementNote', of: organisationId, most: MOST_AN_HOUR, seconds: 3_600 });
  const [clock] = await database.read(nowOf, []);
  const values = [organisationId, ...span];
  const note = {
    ...{ organisation: name, over, asOf: time.businessDate(clock!.now) },
    parts: await database.read(notePartsOf, values),
    lines: await database.read(noteLinesOf, values),
  };
  const words = NOTE_WORDS[language];
  if (format === 'xlsx') return exporting.exportFile(`${words.name}-${file}`, 'xlsx', tablesOf(note, words));
  const bytes = await drawNote(database, note, language);
  return { bytes, mediaType: 'application/pdf', name: `${words.name}-${file}.pdf`, inline: true };
}

const yuan = (fen: bigint) => exporting.yuanCell(fen);

function tablesOf(
  { parts, lines }: SettlementNote,
  words: (typeof NOTE_WORDS)['zh' | 'en'],
): [exporting.ExportTable, exporting.ExportTable] {
  const { ordered, credited, paid, open, notDue } = sumsOf(parts);
  return [
    {
      name: words.sums,
      columns: words.sumColumns.map((title) => ({ title })),
      rows: [
        ...parts.map((part) => [
          ...[part.purchase_number, part.own_number, part.supplier_name, part.accepted_on, part.due_on],
          ...[part.ordered_fen, part.credited_fen, part.paid_fen, part.open_fen, part.not_due_fen].map(yuan),
        ]),
        [words.total, null, null, null, null, ...[ordered, credited, paid, open, notDue].map(yuan)],
      ],
    },
    {
      name: words.goods,
      columns: words.goodsColumns.map((title) => ({ title })),
      rows: lines.map((line) => [
        ...[line.purchase_number, line.own_number, line.supplier_name, line.product_name, line.pack],
        ...[line.ordered_packs, line.sent_packs, line.accepted_packs, line.refused_packs],
        ...[yuan(line.amount_fen), yuan(line.credited_fen)],
      ]),
    },
  ];
}
