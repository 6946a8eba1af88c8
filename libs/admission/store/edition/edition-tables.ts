import { CATEGORIES, type ResponseOf } from '@xihuo/contract';
import type { exporting } from '@xihuo/platform';

type Entry = Omit<ResponseOf<'GET /catalogue/editions/{number}/entries'>['data'][number], 'now'>;
type Departure = ResponseOf<'GET /catalogue/editions/{number}'>['left'][number];

const DEPARTMENTS: Readonly<Record<Entry['stampedBy'], string>> = {
  agriculture: '县级农业农村部门',
  revitalisation: '县级乡村振兴部门',
};
const ISSUERS: Readonly<Record<Entry['issuer']['kind'], string>> = { county: '县级认定', association: '协会认定' };
const EVIDENCE: Readonly<Record<Entry['evidence'][number]['kind'], string>> = {
  issuerDecision: '认定文件',
  testReport: '检测报告',
  originProof: '产地证明',
  linkageProof: '联农带农证明',
  priceComparison: '价格比对',
  other: '其他材料',
};
const CAUSES: Readonly<Record<Departure['cause'], string>> = {
  supplierExited: '供应商退出',
  supplierSuspended: '供应商暂停交易',
  certificationOver: '准入到期',
  productDelisted: '产品下架处理',
  listingEnded: '产品停止上架',
  recognitionRevoked: '认定撤销',
  recognitionLapsed: '认定到期',
  leftOut: '本期未收录',
};
const NAMES: Readonly<Record<(typeof CATEGORIES)[number], string>> = {
  fruit: '水果',
  vegetable: '蔬菜',
  'grain-oil': '粮油',
  meat: '肉类',
  dairy: '乳品',
  egg: '蛋类',
  tea: '茶叶',
  'medicinal-food': '药食同源',
  mushroom: '菌菇',
  nut: '坚果',
  honey: '蜂产品',
  seasoning: '调味品',
  'seafood-freshwater': '水产',
  processed: '加工食品',
  beverage: '饮品',
  handicraft: '手工艺品',
};

/** An edition as two sheets: what it holds, and what left with the reason. */
export function editionTables(
  entries: readonly Entry[],
  departures: readonly Departure[],
): [exporting.ExportTable, exporting.ExportTable] {
  return [entryTable(entries), departureTable(departures)];
}

function entryTable(entries: readonly Entry[]): exporting.ExportTable {
  return {
    name: '推荐目录',
    columns: [
      { title: '序号', width: 8 },
      { title: '产品', width: 30 },
      { title: '类别', width: 12 },
      { title: '供应商', width: 40 },
      { title: '统一社会信用代码', width: 22 },
      { title: '省份', width: 16 },
      { title: '县（市、区）', width: 16 },
      { title: '认定机构', width: 30 },
      { title: '认定方式', width: 12 },
      { title: '认定依据', width: 40 },
      { title: '帮扶属性确认', width: 20 },
      { title: '证明材料', width: 40 },
      { title: '准入标准', width: 12 },
      { title: '认定日期', width: 12 },
      { title: '有效期至', width: 12 },
      { title: '首次收录', width: 12 },
      { title: '认定编号', width: 38 },
    ],
    rows: entries.map((entry) => [
      entry.position,
      entry.product.name,
      nameOfCategory(entry.product.category),
      entry.supplier.name,
      entry.supplier.uscc,
      entry.county.provinceName,
      entry.county.name,
      entry.issuer.name,
      ISSUERS[entry.issuer.kind],
      entry.scheme,
      DEPARTMENTS[entry.stampedBy],
      entry.evidence.map(({ kind, reference }) => `${EVIDENCE[kind]}：${reference}`).join('；'),
      entry.standardVersion,
      entry.recognisedOn,
      entry.validUntil,
      `第${entry.sinceEdition}期`,
      entry.recognitionId,
    ]),
  };
}

function departureTable(departures: readonly Departure[]): exporting.ExportTable {
  return {
    name: '移出目录',
    columns: [
      { title: '产品', width: 30 },
      { title: '供应商', width: 40 },
      { title: '省份', width: 16 },
      { title: '县（市、区）', width: 16 },
      { title: '首次收录', width: 12 },
      { title: '移出情形', width: 18 },
      { title: '原因', width: 60 },
    ],
    rows: departures.map((gone) => [
      gone.product.name,
      gone.supplier.name,
      gone.county.provinceName,
      gone.county.name,
      `第${gone.sinceEdition}期`,
      CAUSES[gone.cause],
      gone.reason,
    ]),
  };
}

function nameOfCategory(category: string): string {
  return Object.hasOwn(NAMES, category) ? NAMES[category as keyof typeof NAMES] : category;
}
