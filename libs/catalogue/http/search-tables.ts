import type { ResponseOf } from '@xihuo/contract';
import { exporting } from '@xihuo/platform';
import { CATEGORY_WORDS } from '../actions/bulk/product-columns';

const { inWords, listTable, yuanCell } = exporting;

type InVain = ResponseOf<'GET /search/zero-results'>['data'][number];

const FILTERS: Readonly<Record<InVain['filters'][number], readonly [zh: string, en: string]>> = {
  category: ['品类', 'kind'],
  region: ['产地', 'place'],
  supplier: ['供货商', 'supplier'],
  venue: ['专馆', 'venue'],
  certificate: ['证书', 'certificate'],
  price: ['价格', 'price'],
  season: ['当季', 'season'],
  keyCounty: ['重点县', 'key county'],
  deliverTo: ['可送达', 'delivery'],
};

export const synonymTable = listTable('GET /search/synonyms', {
  name: { zh: '同义词', en: 'synonyms' },
  columns: [
    { zh: '词', en: 'Words', cell: ({ words }) => words.join('、') },
    { zh: '修改时间', en: 'Changed', cell: ({ updatedAt }) => updatedAt },
  ],
});

export const inVainTable = listTable('GET /search/zero-results', {
  name: { zh: '搜而未得', en: 'searched-in-vain' },
  columns: [
    { zh: '搜索词', en: 'Query', cell: ({ query }) => query },
    {
      zh: '限于',
      en: 'Narrowed by',
      cell: ({ filters }, language) => filters.map((filter) => inWords(FILTERS, filter, language)).join('、'),
    },
    { zh: '次数', en: 'Times', cell: ({ asked }) => asked },
    { zh: '改为显示', en: 'Shown instead', cell: ({ shown }) => shown },
    { zh: '最近一次', en: 'Last asked', cell: ({ lastAskedAt }) => lastAskedAt },
  ],
});

const STOCK = { inStock: ['有货', 'in stock'], low: ['余量少', 'few left'], out: ['缺货', 'none'] } as const;

/** What may be sold now, as the list of products is narrowed and sorted. */
export const productTable = listTable('GET /products', {
  name: { zh: '商品', en: 'products' },
  columns: [
    { zh: '商品', en: 'Product', cell: ({ name }, language) => name[language] },
    { zh: '代码', en: 'Code', cell: ({ slug }) => slug },
    {
      zh: '品类',
      en: 'Category',
      cell: ({ category }, language) => (language === 'zh' ? CATEGORY_WORDS[category][0] : category),
    },
    { zh: '产地省份', en: 'Province', cell: ({ origin }) => origin.provinceName },
    { zh: '产地', en: 'Origin', cell: ({ origin }) => origin.name },
    { zh: '规格', en: 'Pack', cell: ({ pack }) => pack },
    { zh: '最低价（元）', en: 'Lowest price (yuan)', cell: ({ priceFrom }) => yuanCell(priceFrom.amount) },
    {
      zh: '每 500 克（元）',
      en: 'Per 500 g (yuan)',
      cell: ({ unitPrice }) => (unitPrice === null ? null : yuanCell(unitPrice.amount)),
    },
    { zh: '供应商数', en: 'Suppliers', cell: ({ supplierCount }) => supplierCount },
    { zh: '已售件数', en: 'Packs sold', cell: ({ soldCount }) => soldCount },
    { zh: '库存', en: 'Stock', cell: ({ stock }, language) => inWords(STOCK, stock, language) },
  ],
});
