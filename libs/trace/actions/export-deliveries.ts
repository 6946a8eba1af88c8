import type { InputOf, ResponseOf } from '@xihuo/contract';
import { exporting, type Actor, type Database } from '@xihuo/platform';
import { viewDeliveries } from './view-deliveries';

type Query = InputOf<'GET /supplier/deliveries/file'>['query'];
type Delivery = ResponseOf<'GET /supplier/deliveries'>['data'][number];

interface Words {
  readonly name: string;
  readonly columns: readonly string[];
  readonly grades: Readonly<Record<Delivery['grade'], string>>;
  readonly states: Readonly<Record<Delivery['state'], string>>;
  readonly counts: readonly [yes: string, no: string];
}

const WORDS: Readonly<Record<'zh' | 'en', Words>> = {
  zh: {
    name: '交售记录',
    columns: [...['日期', '农户', '村', '品种', '等级', '重量（千克）', '单价（元/千克）', '批次', '状态', '计入批次']],
    grades: { special: '特级', first: '一级', second: '二级', third: '三级', ungraded: '统货' },
    states: {
      recorded: '待农户确认',
      witnessed: '已见证',
      confirmed: '已确认',
      contested: '农户说不对',
      corrected: '已被更正',
    },
    counts: ['是', '否'],
  },
  en: {
    name: 'deliveries',
    columns: [
      'Day',
      'Household',
      'Village',
      'Goods',
      'Grade',
      'Kilograms',
      'Yuan a kilogram',
      'Lot',
      'State',
      'Counts',
    ],
    grades: { special: 'Special', first: 'First', second: 'Second', third: 'Third', ungraded: 'Ungraded' },
    states: {
      recorded: 'Waits for the household',
      witnessed: 'Witnessed',
      confirmed: 'Confirmed',
      contested: 'Contested',
      corrected: 'Corrected since',
    },
    counts: ['yes', 'no'],
  },
};

/** Deliveries as the list has them; what the list does not show of a household, the file does not hold. */
export async function deliveriesFile(
  database: Database,
  actor: Actor,
  { format, language, ...filters }: Query & { language: 'zh' | 'en' },
): Promise<ReturnType<typeof exporting.streamFile>> {
  const words = WORDS[language];
  const rows = await exporting.rowsOfPages(
    (cursor) =>
      viewDeliveries(database, { actor, side: 'supplier' }, { ...filters, cursor, limit: exporting.EXPORT_PAGE }),
    (row) => [cellsOf(row, words)],
  );
  const columns = words.columns.map((title) => ({ title }));
  return exporting.streamFile(words.name, format, [{ name: words.name, columns, rows }]);
}

function cellsOf(row: Delivery, { grades, states, counts }: Words) {
  return [
    ...[row.deliveredOn, row.household.displayName, row.household.village, row.product.name],
    ...[grades[row.grade], row.grams / 1000, row.pricePerKg ? exporting.yuanCell(row.pricePerKg.amount) : null],
    ...[row.lot.code, states[row.state], row.counts ? counts[0] : counts[1]],
  ];
}
