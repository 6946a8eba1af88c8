import { exporting } from '@xihuo/platform';

const { inWords, listTable } = exporting;

const CHANGES = {
  draft: ['草稿', 'Draft'],
  submitted: ['待复核', 'To review'],
  changesRequested: ['待调整', 'Sent back'],
  published: ['已发布', 'Published'],
  rejected: ['未通过', 'Rejected'],
  cancelled: ['已撤回', 'Withdrawn'],
} as const;

export const changeTable = listTable('GET /catalogue/changes', {
  name: { zh: '商品修改', en: 'listing-changes' },
  columns: [
    { zh: '供应商', en: 'Supplier', cell: ({ supplier }) => supplier.name },
    { zh: '商品', en: 'Product', cell: ({ product }) => product.name },
    { zh: '修改内容', en: 'Fields', cell: ({ fields }) => fields.join(', ') },
    { zh: '禁用语', en: 'Blocking words', cell: ({ blocking }) => blocking },
    { zh: '提交时间', en: 'Submitted', cell: ({ submittedAt }) => submittedAt },
    { zh: '复核时间', en: 'Decided', cell: ({ decidedAt }) => decidedAt },
    { zh: '状态', en: 'State', cell: ({ state }, language) => inWords(CHANGES, state, language) },
    { zh: '审核意见', en: 'Message', cell: ({ message }) => message },
  ],
});

const PLACEMENTS = {
  coming: ['未开始', 'Coming'],
  running: ['推广中', 'Running'],
  over: ['已到期', 'Over'],
  ended: ['已提前结束', 'Ended early'],
} as const;

export const placementTable = listTable('GET /catalogue/placements', {
  name: { zh: '付费推广', en: 'placements' },
  columns: [
    { zh: '供应商', en: 'Supplier', cell: ({ supplier }) => supplier.name },
    { zh: '商品', en: 'Product', cell: ({ product }, language) => product.name[language] },
    { zh: '开始', en: 'Starts', cell: ({ startsOn }) => startsOn },
    { zh: '结束', en: 'Ends', cell: ({ endsOn }) => endsOn },
    { zh: '合同', en: 'Contract', cell: ({ contract }) => contract },
    { zh: '状态', en: 'State', cell: ({ state }, language) => inWords(PLACEMENTS, state, language) },
  ],
});

const INDICATIONS = {
  coming: ['未生效', 'Coming'],
  inForce: ['有效', 'In force'],
  expired: ['已到期', 'Expired'],
} as const;

export const indicationTable = listTable('GET /catalogue/indications', {
  name: { zh: '地理标志', en: 'indications' },
  columns: [
    { zh: '名称', en: 'Name', cell: ({ name }, language) => name[language] },
    { zh: '有效期起', en: 'From', cell: ({ validFrom }) => validFrom },
    { zh: '有效期至', en: 'Until', cell: ({ validUntil }) => validUntil },
    { zh: '出处', en: 'Source', cell: ({ source }) => source },
    { zh: '用标供应商', en: 'Users', cell: ({ users }) => users },
    { zh: '状态', en: 'State', cell: ({ state }, language) => inWords(INDICATIONS, state, language) },
  ],
});
