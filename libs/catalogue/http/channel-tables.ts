import { exporting } from '@xihuo/platform';

const { inWords, listTable } = exporting;

const STATES = {
  draft: ['草稿', 'Draft'],
  open: ['开放', 'Open'],
  closed: ['已关闭', 'Closed'],
  published: ['已发布', 'Published'],
  cancelled: ['已取消', 'Cancelled'],
} as const;

const VENUES = {
  provinceHall: ['省馆', 'Province pavilion'],
  countyHall: ['县馆', 'County pavilion'],
  assistanceZone: ['消费帮扶专区', 'Assistance zone'],
  directSupplyPoint: ['直供点', 'Direct-supply point'],
  distributionHub: ['集散中心', 'Distribution centre'],
} as const;

export const venueTable = listTable('GET /catalogue/venues', {
  name: { zh: '专馆', en: 'venues' },
  columns: [
    { zh: '名称', en: 'Name', cell: ({ name }, language) => name[language] },
    { zh: '代码', en: 'Code', cell: ({ slug }) => slug },
    { zh: '类型', en: 'Kind', cell: ({ kind }, language) => inWords(VENUES, kind, language) },
    { zh: '省份', en: 'Province', cell: ({ region }) => region.provinceName },
    { zh: '地区', en: 'Region', cell: ({ region }) => region.name },
    { zh: '地址', en: 'Address', cell: ({ address }) => address },
    { zh: '运营单位', en: 'Run by', cell: ({ operatorName }) => operatorName },
    { zh: '可自提', en: 'Pickup', cell: ({ pickup }, language) => inWords(YES, `${pickup}`, language) },
    { zh: '状态', en: 'State', cell: ({ state }, language) => inWords(STATES, state, language) },
  ],
});

const YES = { true: ['是', 'yes'], false: ['否', 'no'] } as const;

export const campaignTable = listTable('GET /catalogue/campaigns', {
  name: { zh: '西货东输活动', en: 'campaigns' },
  columns: [
    { zh: '名称', en: 'Name', cell: ({ name }, language) => name[language] },
    { zh: '代码', en: 'Code', cell: ({ slug }) => slug },
    { zh: '东部', en: 'East', cell: ({ east }) => east.name },
    { zh: '西部', en: 'West', cell: ({ west }) => west.name },
    { zh: '主办', en: 'Host', cell: ({ host }) => host.name },
    { zh: '开始', en: 'Starts', cell: ({ startsOn }) => startsOn },
    { zh: '结束', en: 'Ends', cell: ({ endsOn }) => endsOn },
    { zh: '报名商品', en: 'Entries', cell: ({ entries }) => entries },
    { zh: '状态', en: 'State', cell: ({ state }, language) => inWords(STATES, state, language) },
    { zh: '取消原因', en: 'Why cancelled', cell: ({ cancelledWhy }) => cancelledWhy },
  ],
});

export const entryTable = listTable('GET /catalogue/campaigns/{id}/entries', {
  name: { zh: '活动商品', en: 'campaign-entries' },
  columns: [
    { zh: '供应商', en: 'Supplier', cell: ({ supplier }) => supplier.name },
    { zh: '所在县', en: 'County', cell: ({ supplier }) => supplier.countyName },
    { zh: '商品', en: 'Product', cell: ({ product }, language) => product.name[language] },
    { zh: '报名时间', en: 'Entered', cell: ({ enteredAt }) => enteredAt },
    { zh: '展示中', en: 'Shown', cell: ({ shown }, language) => inWords(YES, `${shown}`, language) },
  ],
});

const FAIRS = {
  exhibition: ['展示会', 'Exhibition'],
  expo: ['博览会', 'Expo'],
  tradeTalks: ['洽谈会', 'Trade talks'],
} as const;

export const fairTable = listTable('GET /catalogue/fairs', {
  name: { zh: '展会', en: 'fairs' },
  columns: [
    { zh: '名称', en: 'Name', cell: ({ name }, language) => name[language] },
    { zh: '代码', en: 'Code', cell: ({ slug }) => slug },
    { zh: '类型', en: 'Kind', cell: ({ kind }, language) => inWords(FAIRS, kind, language) },
    { zh: '地区', en: 'Region', cell: ({ region }) => region.name },
    { zh: '地点', en: 'Place', cell: ({ place }) => place },
    { zh: '开始', en: 'Starts', cell: ({ startsOn }) => startsOn },
    { zh: '结束', en: 'Ends', cell: ({ endsOn }) => endsOn },
    { zh: '报名截止', en: 'Sign up by', cell: ({ signUpBy }) => signUpBy },
    { zh: '参展商', en: 'Exhibitors', cell: ({ exhibitors }) => exhibitors },
    { zh: '状态', en: 'State', cell: ({ state }, language) => inWords(STATES, state, language) },
  ],
});

const LEADS = {
  new: ['新', 'New'],
  contacted: ['已联系', 'Contacted'],
  quoted: ['已报价', 'Quoted'],
  ordered: ['已成交', 'Ordered'],
  lost: ['未成', 'Lost'],
  withdrawn: ['已撤回', 'Taken back'],
} as const;

/** Without names and phones: a file lies about on desks, and whoever calls back reads them on the page. */
export const leadTable = listTable('GET /suppliers/{supplierId}/leads', {
  name: { zh: '采购意向', en: 'leads' },
  columns: [
    { zh: '展会', en: 'Fair', cell: ({ fair }, language) => fair.name[language] },
    { zh: '商品', en: 'Product', cell: ({ product }, language) => product?.name[language] ?? null },
    { zh: '采购需求', en: 'Wants', cell: ({ wants }) => wants },
    { zh: '单位', en: 'Organisation', cell: ({ onBehalfOf, contact }) => onBehalfOf ?? contact?.organisation ?? null },
    { zh: '留言时间', en: 'Left', cell: ({ at }) => at },
    { zh: '进展', en: 'State', cell: ({ state }, language) => inWords(LEADS, state, language) },
    { zh: '订单号', en: 'Order', cell: ({ orderNumber }) => orderNumber },
  ],
});

export const brandTable = listTable('GET /catalogue/brands', {
  name: { zh: '区域品牌', en: 'brands' },
  columns: [
    { zh: '名称', en: 'Name', cell: ({ name }, language) => name[language] },
    { zh: '代码', en: 'Code', cell: ({ slug }) => slug },
    { zh: '地区', en: 'Region', cell: ({ region }) => region.name },
    { zh: '所有人', en: 'Owner', cell: ({ ownerName }) => ownerName },
    { zh: '商标号', en: 'Mark', cell: ({ markNumber }) => markNumber },
    { zh: '可用者', en: 'Holders', cell: ({ holders }) => holders },
  ],
});

const LICENCES = {
  coming: ['未生效', 'Coming'],
  inForce: ['有效', 'In force'],
  expired: ['已到期', 'Expired'],
  revoked: ['已撤销', 'Revoked'],
} as const;

export const licenceTable = listTable('GET /catalogue/brands/{id}/licences', {
  name: { zh: '用标许可', en: 'brand-licences' },
  columns: [
    { zh: '供应商', en: 'Supplier', cell: ({ supplier }) => supplier.name },
    { zh: '商品', en: 'Product', cell: ({ product }, language) => product?.name[language] ?? null },
    { zh: '起', en: 'From', cell: ({ validFrom }) => validFrom },
    { zh: '止', en: 'Until', cell: ({ validUntil }) => validUntil },
    { zh: '依据', en: 'Evidence', cell: ({ evidence }) => evidence },
    { zh: '状态', en: 'State', cell: ({ state }, language) => inWords(LICENCES, state, language) },
    { zh: '撤销原因', en: 'Why revoked', cell: ({ revokedWhy }) => revokedWhy },
  ],
});
