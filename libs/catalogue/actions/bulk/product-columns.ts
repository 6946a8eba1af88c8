import type { CATEGORIES } from '@xihuo/contract';
import { columns } from '@xihuo/platform';
import { gtinColumn, monthsColumn } from './own-columns';

type Category = (typeof CATEGORIES)[number];
type Storage = 'ambient' | 'chilled' | 'frozen';

export interface ProductRow {
  nameZh: string;
  nameEn: string;
  category: Category;
  /** As people write it: a code, a name, or province and name. */
  origin: string;
  storage: Storage;
  shelfLifeDays: number | null;
  scClass: string | null;
  descriptionZh: string;
  descriptionEn: string;
  /** 1 to 12, in order. */
  harvestMonths: number[];
  pack: string;
  articleNumber: string | null;
  /** Fourteen digits. */
  gtin: string | null;
  /** In fen, as digits. */
  priceFen: string;
  minimumOrderPacks: number;
  orderStepPacks: number;
  /** Of a pack from the minimum order on, in fen; null where there is none. */
  wholesaleFen: string | null;
}

const words = (zh: string, en: string) => ({ zh, en });

export const CATEGORY_WORDS: Readonly<Record<Category, readonly [string, ...string[]]>> = {
  fruit: ['水果', '鲜果'],
  vegetable: ['蔬菜'],
  'grain-oil': ['粮油', '粮食', '食用油'],
  meat: ['肉禽', '肉类', '畜禽肉', '肉'],
  dairy: ['奶制品', '乳品', '乳制品'],
  egg: ['蛋类', '禽蛋', '蛋'],
  tea: ['茶叶', '茶'],
  'medicinal-food': ['药食同源', '滋补食材'],
  mushroom: ['菌菇', '食用菌'],
  nut: ['坚果', '干果'],
  honey: ['蜂蜜', '蜂产品'],
  seasoning: ['调味', '调味品', '调味料'],
  'seafood-freshwater': ['水产', '水产品'],
  processed: ['加工食品', '预制食品'],
  beverage: ['饮品酒水', '饮品', '饮料', '酒水'],
  handicraft: ['手工艺品', '手工艺'],
};

export const STORAGE_WORDS: Readonly<Record<Storage, readonly [string, ...string[]]>> = {
  ambient: ['常温', '阴凉'],
  chilled: ['冷藏'],
  frozen: ['冷冻'],
};

const SC_CLASS = {
  code: 'SC_CLASS',
  reason: words('不是食品生产许可类别的三位数字', 'These are no three digits of a food licence class'),
  fix: words('填许可证编号 SC 后的前三位；初级农产品留空', 'The three digits behind SC; nothing for primary produce'),
};

const what = {
  nameZh: columns.textColumn(
    {
      title: words('商品名称', 'Name'),
      aliases: ['名称', '品名', '商品'],
      hint: words(
        '不超过 60 个字；已有同名商品的行不再新增',
        'Up to 60 characters; a name you offer already adds nothing',
      ),
      sample: '陕北山地苹果',
    },
    60,
  ),
  nameEn: columns.optional(
    columns.textColumn(
      {
        title: words('英文名称', 'English name'),
        hint: words('可留空，留空时与商品名称相同', 'May be empty; then it is the name'),
        sample: 'Shaanbei mountain apple',
      },
      120,
    ),
    '',
  ),
  category: columns.choiceColumn(
    {
      title: words('品类', 'Category'),
      aliases: ['类别', '分类', '商品类别'],
      hint: words(
        Object.values(CATEGORY_WORDS)
          .map(([zh]) => zh)
          .join('、'),
        Object.keys(CATEGORY_WORDS).join(', '),
      ),
      sample: '水果',
    },
    CATEGORY_WORDS,
  ),
  origin: columns.textColumn(
    {
      title: words('产地县（市、区）', 'County of origin'),
      aliases: ['产地', '产地县', '县', '县（市、区）'],
      hint: words(
        '全称或 6 位行政区划代码；同名的请加省名',
        'Full name or six-digit code; with its province where needed',
      ),
      sample: '洛川县',
    },
    40,
  ),
};

const kept = {
  storage: columns.choiceColumn<Storage>(
    {
      title: words('储存条件', 'Storage'),
      aliases: ['储存', '贮存条件', '存储条件'],
      hint: words('常温、冷藏、冷冻之一', 'One of ambient, chilled, frozen'),
      sample: '冷藏',
    },
    STORAGE_WORDS,
  ),
  shelfLifeDays: columns.optional<number | null>(
    columns.wholeColumn(
      {
        title: words('保质期（天）', 'Shelf life (days)'),
        aliases: ['保质期', '保质期天数'],
        hint: words('整数天；没有的留空', 'Whole days; empty where there is none'),
        sample: '90',
      },
      [1, 10_000],
    ),
    null,
  ),
  scClass: columns.optional<string | null>(
    columns.codeColumn(
      {
        title: words('食品生产许可类别', 'Food licence class'),
        aliases: ['许可类别', 'SC类别', '生产许可类别'],
        hint: SC_CLASS.fix,
        sample: '',
      },
      (code) => (/^[12]\d{2}$/.test(code) ? null : SC_CLASS),
    ),
    null,
  ),
  descriptionZh: columns.optional(
    columns.textColumn(
      {
        title: words('商品说明', 'Description'),
        aliases: ['说明', '简介', '描述'],
        hint: words('不超过 1000 个字', 'Up to 1000 characters'),
        sample: '海拔一千二百米，九月采收',
      },
      1000,
    ),
    '',
  ),
  descriptionEn: columns.optional(
    columns.textColumn(
      {
        title: words('英文说明', 'English description'),
        hint: words('不超过 1000 个字，可留空', 'Up to 1000 characters, may be empty'),
        sample: '',
      },
      1000,
    ),
    '',
  ),
  harvestMonths: columns.optional(
    monthsColumn({
      title: words('采收月份', 'Harvest months'),
      aliases: ['上市月份', '应季月份', '产季'],
      hint: words('月份用顿号隔开，或写起止，如 9-11；全年供应留空', 'Months by comma, or from and to, such as 9-11'),
      sample: '9-11',
    }),
    [],
  ),
};

const firstPack = {
  pack: columns.textColumn(
    {
      title: words('规格', 'Pack'),
      aliases: ['包装规格', '商品规格'],
      hint: words(
        '如 2.5kg、500g*2；同一商品的每个规格各占一行',
        'Such as 2.5kg or 500g*2; each pack of a product in a row of its own',
      ),
      sample: '2.5kg',
    },
    40,
  ),
  articleNumber: columns.optional<string | null>(
    columns.textColumn(
      {
        title: words('货号', 'Article number'),
        aliases: ['商家货号', '商品货号', '商家编码'],
        hint: words(
          '您自己的编号，不超过 40 个字，不能与别的规格相同',
          'Your own number, up to 40 characters, of one pack alone',
        ),
        sample: 'LC-APP-25',
      },
      40,
    ),
    null,
  ),
  gtin: columns.optional<string | null>(
    gtinColumn({
      title: words('商品条码', 'Barcode number (GTIN)'),
      aliases: ['条码', '69码', 'GTIN'],
      hint: words('8、12、13 或 14 位，末位是校验码；没有的留空', '8, 12, 13 or 14 digits with their check digit'),
      sample: '',
    }),
    null,
  ),
  priceFen: columns.yuanColumn({
    title: words('零售价（元）', 'Retail price (yuan)'),
    aliases: ['零售价', '价格', '单价', '售价', 'Price'],
    hint: words('每件价格，单位元，最多两位小数', 'Of one pack, in yuan, at most two decimals'),
    sample: '39.90',
  }),
  minimumOrderPacks: columns.optional(
    columns.wholeColumn(
      {
        title: words('起订量（件）', 'Minimum order (packs)'),
        aliases: ['起订量', '最小起订量'],
        hint: words('企业采购最少件数，留空为 1', 'The fewest packs a business orders; 1 where empty'),
        sample: '1',
      },
      [1, 100_000],
    ),
    1,
  ),
  orderStepPacks: columns.optional(
    columns.wholeColumn(
      {
        title: words('加订倍数（件）', 'Order step (packs)'),
        aliases: ['加订倍数', '订货倍数', '箱规'],
        hint: words('企业采购须为它的整数倍，留空为 1', 'Businesses order multiples of it; 1 where empty'),
        sample: '1',
      },
      [1, 100_000],
    ),
    1,
  ),
  wholesaleFen: columns.optional<string | null>(
    columns.yuanColumn({
      title: words('批发价（元）', 'Wholesale price (yuan)'),
      aliases: ['批发价', '企业价', '团购价'],
      hint: words(
        '达到起订量的每件价格，低于零售价；没有的留空',
        'Of one pack from the minimum order on, below retail',
      ),
      sample: '',
    }),
    null,
  ),
};

/** What a row says: what the product is, how it is kept, and one pack of it. */
export const productColumns = { ...what, ...kept, ...firstPack };
