import type { ResponseOf } from '@xihuo/contract';
import { exporting } from '@xihuo/platform';

const { inWords, listTable, yuanCell } = exporting;

const WAYS = { purchased: ['采购', 'Purchased'], helped: ['帮销', 'Helped to sell'] } as const;
const OTHER = ['其他', 'Other'] as const;
const GRAMS_A_KG = 1_000;
const kilograms = (grams: number | null) => (grams === null ? '' : grams / GRAMS_A_KG);

type Figures = ResponseOf<'GET /results/sales'>['data'][number];

/** The same figures of both ways beside each other: each way in columns of its own, so that nothing is added up by mistake. */
export const salesTable = listTable('GET /results/sales', {
  name: { zh: '成效-销售', en: 'results-sales' },
  columns: [
    { zh: '代码', en: 'Key', cell: ({ key }) => key },
    {
      ...{ zh: '名称', en: 'Name' },
      cell: ({ key, name, pairedWith }, language) => {
        if (name === null) return key === '' ? OTHER[language === 'zh' ? 0 : 1] : key;
        return pairedWith === null ? name[language] : `${name[language]} → ${pairedWith[language]}`;
      },
    },
    ...(['purchased', 'helped'] as const).flatMap((way) => {
      const [zh, en] = WAYS[way];
      return [
        { zh: `${zh}-订单`, en: `${en}: orders`, cell: (row: Figures) => row[way].orders },
        { zh: `${zh}-件数`, en: `${en}: packs`, cell: (row: Figures) => row[way].packs },
        { zh: `${zh}-净重（千克）`, en: `${en}: kg`, cell: (row: Figures) => kilograms(row[way].grams) },
        { zh: `${zh}-金额（元）`, en: `${en}: sales (yuan)`, cell: (row: Figures) => yuanCell(row[way].sales.amount) },
        {
          zh: `${zh}-退款（元）`,
          en: `${en}: refunds (yuan)`,
          cell: (row: Figures) => yuanCell(row[way].refunded.amount),
        },
        { zh: `${zh}-净额（元）`, en: `${en}: net (yuan)`, cell: (row: Figures) => yuanCell(row[way].net.amount) },
        {
          zh: `${zh}-运费（元）`,
          en: `${en}: freight (yuan)`,
          cell: (row: Figures) => yuanCell(row[way].freight.amount),
        },
        { zh: `${zh}-服务费（元）`, en: `${en}: fees (yuan)`, cell: (row: Figures) => yuanCell(row[way].fees.amount) },
        {
          zh: `${zh}-已结算货款（元）`,
          en: `${en}: goods settled (yuan)`,
          cell: (row: Figures) => yuanCell(row[way].settled.amount),
        },
        {
          ...{ zh: `${zh}-上年同期净额（元）`, en: `${en}: net a year before (yuan)` },
          cell: (row: Figures) => yuanCell(row[way].netYearBefore.amount),
        },
      ];
    }),
  ],
});

export const soldLineTable = listTable('GET /results/orders', {
  name: { zh: '成效-订单', en: 'results-orders' },
  columns: [
    { zh: '订单号', en: 'Order', cell: ({ orderNumber }) => orderNumber },
    { zh: '下单时间', en: 'Placed', cell: ({ placedAt }) => placedAt },
    { zh: '方式', en: 'Way', cell: ({ way }, language) => inWords(WAYS, way, language) },
    { zh: '供应商', en: 'Supplier', cell: ({ supplier }) => supplier },
    { zh: '商品', en: 'Goods', cell: ({ product }) => product },
    { zh: '规格', en: 'Pack', cell: ({ pack }) => pack },
    { zh: '件数', en: 'Packs', cell: ({ packs }) => packs },
    { zh: '净重（千克）', en: 'kg', cell: ({ grams }) => kilograms(grams) },
    { zh: '金额（元）', en: 'Amount (yuan)', cell: ({ sales }) => yuanCell(sales.amount) },
    { zh: '退款（元）', en: 'Refunded (yuan)', cell: ({ refunded }) => yuanCell(refunded.amount) },
    { zh: '运费（元）', en: 'Freight (yuan)', cell: ({ freight }) => yuanCell(freight.amount) },
    { zh: '服务费（元）', en: 'Fees (yuan)', cell: ({ fees }) => yuanCell(fees.amount) },
    { zh: '已结算货款（元）', en: 'Goods settled (yuan)', cell: ({ settled }) => yuanCell(settled.amount) },
  ],
});

const KINDS = {
  wage: ['工资', 'Wages'],
  floorPrice: ['保底收购款', 'Floor price'],
  premium: ['溢价', 'Premium'],
  rebate: ['二次返利', 'Second rebate'],
  landRent: ['土地租金', 'Land rent'],
  dividend: ['分红', 'Dividend'],
  collectiveShare: ['村集体分成', "Collective's share"],
  surplusRefund: ['盈余返还', 'Surplus returned'],
} as const;

type Earned = ResponseOf<'GET /results/income/rows'>['data'][number];

const EARNED = (
  [
    ['应得（元）', 'Due (yuan)', 'due'],
    ['已付（元）', 'Paid (yuan)', 'paid'],
    ['按期（元）', 'In time (yuan)', 'inTime'],
    ['逾期付（元）', 'Paid late (yuan)', 'late'],
    ['逾期未付（元）', 'Overdue (yuan)', 'overdue'],
    ['未到期（元）', 'Not yet due (yuan)', 'notYetDue'],
  ] as const
).map(([zh, en, figure]) => ({
  ...{ zh, en, cell: (row: Pick<Earned, typeof figure>) => yuanCell(row[figure].amount) },
}));

export const incomeTable = listTable('GET /results/income', {
  name: { zh: '成效-农户收入', en: 'results-income' },
  columns: [
    { zh: '项目', en: 'Kind', cell: ({ kind }, language) => inWords(KINDS, kind, language) },
    { zh: '户数', en: 'Households', cell: ({ households }) => households },
    { zh: '已付户数', en: 'Households paid', cell: ({ householdsPaid }) => householdsPaid },
    ...EARNED,
    { zh: '上年同期户数', en: 'Households a year before', cell: (row) => row.householdsYearBefore },
    { zh: '上年同期已付户数', en: 'Households paid a year before', cell: (row) => row.householdsPaidYearBefore },
    {
      zh: '上年同期应得（元）',
      en: 'Due a year before (yuan)',
      cell: ({ dueYearBefore }) => yuanCell(dueYearBefore.amount),
    },
    {
      zh: '上年同期已付（元）',
      en: 'Paid a year before (yuan)',
      cell: ({ paidYearBefore }) => yuanCell(paidYearBefore.amount),
    },
  ],
});

/** Households by their numbers: a file goes further than a page. */
export const incomeRowTable = listTable('GET /results/income/rows', {
  name: { zh: '成效-农户名单', en: 'results-household-list' },
  columns: [
    { zh: '农户编号', en: 'Household', cell: ({ reference }) => reference },
    { zh: '所在县', en: 'County', cell: ({ county }) => county },
    ...EARNED,
  ],
});

export const supplierTable = listTable('GET /results/suppliers', {
  name: { zh: '成效-供应商', en: 'results-suppliers' },
  columns: [
    { zh: '月份', en: 'Month', cell: ({ month }) => month },
    { zh: '准入', en: 'Admitted', cell: ({ admitted }) => admitted },
    { zh: '采取措施', en: 'Under a measure', cell: ({ measured }) => measured },
    { zh: '退出', en: 'Exited', cell: ({ exited }) => exited },
    { zh: '上年同期准入', en: 'Admitted a year before', cell: (row) => row.admittedYearBefore },
    { zh: '上年同期采取措施', en: 'Under a measure a year before', cell: (row) => row.measuredYearBefore },
    { zh: '上年同期退出', en: 'Exited a year before', cell: (row) => row.exitedYearBefore },
  ],
});

export const supplierRowTable = listTable('GET /results/suppliers/rows', {
  name: { zh: '成效-供应商名单', en: 'results-supplier-list' },
  columns: [
    { zh: '供应商', en: 'Supplier', cell: ({ name }) => name },
    { zh: '所在县', en: 'County', cell: ({ county }) => county },
    { zh: '日期', en: 'Day', cell: ({ on }) => on },
  ],
});
