import { exporting, type Database } from '@xihuo/platform';
import type { Readership } from '../rules/readership';
import { sheetsBeside } from './statement-sheets';
import { viewLines, viewStatement } from './view-settlement';

type File = ReturnType<typeof exporting.streamFile>;

const WORDS = {
  zh: {
    name: '结算单',
    title: '结算单',
    lines: '订单明细',
    columns: [
      '订单号',
      '商品',
      '件数',
      '销售额（元）',
      '退款（元）',
      '优惠补贴（元）',
      '平台服务费（元）',
      '农户应得（元）',
      '应付供应商（元）',
    ],
    lineOf: (supplier: string, end: string) => `供应商：${supplier}　　结算截止日：${end}`,
    rule: (version: string) => `计算规则：${version}　　明细与汇总均出自同一账本，可逐行核对。`,
    bill: '怎么算出来的',
    heads: ['项目', '金额（元）'],
    items: {
      openingBalance: '上期余额',
      gross: '销售额',
      refunds: '退款',
      subsidies: '已到账的优惠补贴',
      fees: '平台服务费',
      farmerDues: '农户应得',
      payable: '应付供应商',
      adjustments: '调整',
      lateRefunds: '结算后退款',
      payouts: '已付款',
      closingBalance: '期末余额',
      netted: '其中已抵扣应退',
      subsidiesOwed: '本期新增应收优惠补贴',
    },
  },
  en: {
    name: 'statement',
    title: 'Statement',
    lines: 'Orders',
    columns: [
      ...['Order', 'Product', 'Packs', 'Sales (yuan)', 'Refunds (yuan)', 'Subsidies (yuan)'],
      ...['Platform fee (yuan)', 'Due to households (yuan)', 'Payable to supplier (yuan)'],
    ],
    lineOf: (supplier: string, end: string) => `Supplier: ${supplier}    Settled up to: ${end}`,
    rule: (version: string) => `Rule: ${version}    Lines and sums are of the same ledger.`,
    bill: 'How it comes about',
    heads: ['Item', 'Amount (yuan)'],
    items: {
      openingBalance: 'Opening balance',
      gross: 'Sales',
      refunds: 'Refunds',
      subsidies: 'Discount subsidies received',
      fees: 'Platform fee',
      farmerDues: 'Due to households',
      payable: 'Payable to supplier',
      adjustments: 'Adjustments',
      lateRefunds: 'Refunds after settlement',
      payouts: 'Paid out',
      closingBalance: 'Closing balance',
      netted: 'Of it netted against what was to be given back',
      subsidiesOwed: 'Discount subsidies newly owed to you',
    },
  },
} as const;

const yuan = ({ amount }: { amount: string }) => exporting.yuanCell(amount);

/** Of the columns of a line, how wide they are on paper; those after the packs are sums. */
const WIDTHS = [20, 26, 7, 12, 10, 13, 13, 13, 15];
const PACKS = 2;

/**
 * A statement with every line of it, written while it is read: as csv the lines, as a workbook the lines, what stands beside them and how
 * the balance comes about, as a PDF that first and then the lines.
 * @throws ProblemError NOT_FOUND, also where it is not the reader's to read
 */
export async function statementFile(
  database: Database,
  id: string,
  reader: Readership,
  { format, language }: { format: 'xlsx' | 'csv' | 'pdf'; language: 'zh' | 'en' },
): Promise<File> {
  const words = WORDS[language];
  const statement = await viewStatement(database, id, reader);
  const rows = await exporting.rowsOfPages(
    (cursor) => viewLines(database, id, reader, { cursor, limit: exporting.EXPORT_PAGE }),
    (line) => [
      [
        ...[
          line.orderNumber,
          line.productName,
          line.quantity,
          yuan(line.gross),
          yuan(line.refunds),
          yuan(line.subsidy),
        ],
        ...[yuan(line.fee), yuan(line.farmerDues), yuan(line.payable)],
      ],
    ],
  );
  const items = Object.entries(words.items) as [keyof typeof words.items, string][];
  const lines = {
    name: words.lines,
    columns: words.columns.map((title, at) => ({
      ...{ title, width: WIDTHS[at] },
      ...(at < PACKS ? {} : { decimals: at === PACKS ? 0 : 2 }),
    })),
    rows,
  };
  const bill = {
    name: words.bill,
    columns: words.heads.map((title, at) => (at === 0 ? { title, width: 30 } : { title, width: 14, decimals: 2 })),
    rows: items.map(([key, word]) => [word, yuan(statement[key])]),
  };
  const name = `${words.name}-${statement.periodEnd}`;
  const beside = await sheetsBeside(database, id, reader, language);
  if (format !== 'pdf') return exporting.streamFile(name, format, [lines, beside.changes, beside.payments, bill]);
  return exporting.streamPdf(name, {
    title: words.title,
    under: [words.lineOf(statement.supplier.name, statement.periodEnd), words.rule(statement.ruleVersion)],
    // Beside the two columns of the bill, the rest of the page's width is free.
    tables: [
      { ...bill, columns: [...bill.columns, { title: '', width: 70 }] },
      ...[beside.changes, beside.payments, lines],
    ],
    foot: await exporting.markOf(database),
  });
}
