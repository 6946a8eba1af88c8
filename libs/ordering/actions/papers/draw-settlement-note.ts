import { exporting, type Database } from '@xihuo/platform';
import { sumsOf } from '../../rules/business/note-sums';
import type { NoteLine, NotePart } from '../../store/business/settlement-note.sql';

/** What a note says: whose it is, over what, as of which day. */
export interface SettlementNote {
  readonly organisation: string;
  /** A month, or the number of a purchase order. */
  readonly over: string;
  readonly asOf: string;
  readonly parts: readonly NotePart[];
  readonly lines: readonly NoteLine[];
}

/** Lying, so that the columns of sums have room. */
const A4_LYING = [297, 210] as const;
const LEFT = 14;
const ROW = 6.4;
const FIRST = 50;
const ROWS_A_PAGE = 22;
/** More than this is read in the workbook. */
const MOST_LINES = 660;

const WORDS = {
  zh: {
    title: '结算单',
    about: (note: SettlementNote) => `采购单位：${note.organisation}　　范围：${note.over}　　截至 ${note.asOf}`,
    sums: ['采购单', '供应商', '验收', '期限', '订购', '退减', '已付', '未付', '未到验收'],
    goods: ['供应商', '商品', '规格', '订购', '发货', '验收', '拒收', '金额', '退减'],
    total: '合计（元）',
    more: (count: number) => `另有 ${count} 行见 Excel`,
    foot: '订购 = 退减 + 已付 + 未付 + 未到验收。结算单不是发票，发票由供应商开具。',
  },
  en: {
    title: 'Settlement note',
    about: (note: SettlementNote) => `Buyer: ${note.organisation}    Over: ${note.over}    As of ${note.asOf}`,
    sums: ['Order', 'Supplier', 'Accepted', 'Due', 'Ordered', 'Credited', 'Paid', 'Open', 'Not accepted'],
    goods: ['Supplier', 'Product', 'Pack', 'Ordered', 'Sent', 'Accepted', 'Refused', 'Amount', 'Credited'],
    total: 'Total (yuan)',
    more: (count: number) => `${count} more lines are in the workbook`,
    foot: 'Ordered = credited + paid + open + not accepted yet. This is no invoice; suppliers issue those.',
  },
} as const;

/** Where columns begin, in millimetres. */
const SUMS_AT = [14, 50, 112, 134, 158, 184, 208, 232, 258] as const;
const GOODS_AT = [14, 76, 134, 166, 184, 202, 220, 238, 262] as const;

const yuan = (fen: bigint) => String(exporting.yuanCell(fen));
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

const sumRow = (part: NotePart): string[] => [
  ...[part.purchase_number, cut(part.supplier_name, 17), part.accepted_on ?? '', part.due_on ?? ''],
  ...[part.ordered_fen, part.credited_fen, part.paid_fen, part.open_fen, part.not_due_fen].map(yuan),
];

const goodsRow = (line: NoteLine): string[] => [
  ...[cut(line.supplier_name, 17), cut(line.product_name, 16), cut(line.pack, 9)],
  ...[line.ordered_packs, line.sent_packs, line.accepted_packs, line.refused_packs].map(String),
  ...[yuan(line.amount_fen), yuan(line.credited_fen)],
];

/** A settlement note as PDF: the sums by part, then the goods by line. */
export function drawNote(database: Database, note: SettlementNote, language: 'zh' | 'en'): Promise<Buffer> {
  const words = WORDS[language];
  const { ordered, credited, paid, open, notDue } = sumsOf(note.parts);
  const shown = note.lines.slice(0, MOST_LINES);
  const rest = note.lines.length - shown.length;
  const total = [words.total, '', '', '', ...[ordered, credited, paid, open, notDue].map(yuan)];
  const pages = [
    ...pagesOf(SUMS_AT, words.sums, [...note.parts.map(sumRow), total]),
    ...pagesOf(GOODS_AT, words.goods, [...shown.map(goodsRow), ...(rest > 0 ? [[words.more(rest)]] : [])]),
  ];
  return exporting.drawSheets(
    database,
    `${words.title} ${note.over}`,
    A4_LYING,
    pages.map(({ words: rows, rules }) => ({
      rules,
      words: [
        { text: words.title, x: LEFT, y: 22, size: 8, bold: true },
        { text: words.about(note), x: LEFT, y: 33, size: 4 },
        ...rows,
        { text: words.foot, x: LEFT, y: 202, size: 3.2 },
      ],
    })),
  );
}

function pagesOf(
  at: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
): { words: exporting.SheetWords[]; rules: { x: number; y: number; width: number }[] }[] {
  const pages = [];
  for (let from = 0; from === 0 || from < rows.length; from += ROWS_A_PAGE) {
    const inRow = (cells: readonly string[], y: number, bold: boolean) =>
      cells.map((text, column) => ({ text, x: at[column]!, y, size: 3.5, bold }));
    const words = [
      ...inRow(head, FIRST - ROW, true),
      ...rows.slice(from, from + ROWS_A_PAGE).flatMap((cells, index) => inRow(cells, FIRST + index * ROW, false)),
    ];
    pages.push({ words, rules: [{ x: LEFT, y: FIRST - ROW + 2, width: A4_LYING[0] - 2 * LEFT }] });
  }
  return pages;
}
