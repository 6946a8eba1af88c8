interface Told {
  readonly product: string;
  readonly reason?: string;
  readonly until?: string;
}

/** What people are told about a product, in the words of those who read it. */
export const PRODUCT_MESSAGES = {
  dossierWaits: ({ product }: Told) => ({
    title: { zh: '有新的产品档案待审核', en: 'A product dossier waits for you' },
    body: { zh: `“${product}”的产品档案已送审。`, en: `The dossier of ${product} was sent to be judged.` },
  }),
  dossierApproved: ({ product, reason = '' }: Told) => ({
    title: { zh: '产品已获准上架', en: 'A product may be listed' },
    body: { zh: `“${product}”的产品档案已审核通过：${reason}`, en: `The dossier of ${product} is approved: ${reason}` },
  }),
  dossierCorrections: ({ product, reason = '' }: Told) => ({
    title: { zh: '产品档案需要补正', en: 'A product dossier needs corrections' },
    body: {
      zh: `“${product}”的产品档案需补正：${reason}`,
      en: `The dossier of ${product} needs corrections: ${reason}`,
    },
  }),
  dossierRejected: ({ product, reason = '' }: Told) => ({
    title: { zh: '产品档案未通过', en: 'A product dossier was refused' },
    body: { zh: `“${product}”的产品档案未通过：${reason}`, en: `The dossier of ${product} was refused: ${reason}` },
  }),
  listingEnded: ({ product, reason = '' }: Told) => ({
    title: { zh: '产品已下架', en: 'A product is off sale' },
    body: { zh: `“${product}”已下架：${reason}`, en: `${product} was taken off sale: ${reason}` },
  }),
  recognitionWaits: ({ product }: Told) => ({
    title: { zh: '有产品认定待处理', en: 'A recognition waits for you' },
    body: {
      zh: `“${product}”的消费帮扶产品认定已到您的环节。`,
      en: `The recognition of ${product} has come to your step.`,
    },
  }),
  recognitionStamped: ({ product }: Told) => ({
    title: { zh: '县级部门已盖章', en: 'Stamped by the county' },
    body: { zh: `“${product}”的帮扶属性已由县级部门盖章确认。`, en: `The county has stamped ${product}.` },
  }),
  recognitionPublished: ({ product, until = '' }: Told) => ({
    title: { zh: '产品认定进入公示', en: 'A recognition is on public notice' },
    body: { zh: `“${product}”的认定已公示，异议期至 ${until}。`, en: `${product} is on public notice until ${until}.` },
  }),
  recognised: ({ product, until = '' }: Told) => ({
    title: { zh: '已认定为消费帮扶产品', en: 'Recognised' },
    body: {
      zh: `“${product}”已认定为消费帮扶产品，有效期至 ${until}，可标注认定标识，收入下一期推荐目录。`,
      en: `${product} is recognised until ${until}; it may carry the mark and enters the next edition of the catalogue.`,
    },
  }),
  recognitionCorrections: ({ product, reason = '' }: Told) => ({
    title: { zh: '产品认定需要补正', en: 'A recognition needs corrections' },
    body: {
      zh: `“${product}”的认定申请需补正：${reason}`,
      en: `The recognition of ${product} needs corrections: ${reason}`,
    },
  }),
  recognitionRejected: ({ product, reason = '' }: Told) => ({
    title: { zh: '产品认定未通过', en: 'A recognition was refused' },
    body: { zh: `“${product}”的认定未通过：${reason}`, en: `The recognition of ${product} was refused: ${reason}` },
  }),
  recognitionWithdrawn: ({ product, reason = '' }: Told) => ({
    title: { zh: '产品认定申请已撤回', en: 'A recognition was taken back' },
    body: {
      zh: `“${product}”的认定申请已由供应商撤回：${reason}`,
      en: `The supplier has taken the recognition of ${product} back: ${reason}`,
    },
  }),
  recognitionRevoked: ({ product, reason = '' }: Told) => ({
    title: { zh: '产品认定已撤销', en: 'A recognition was revoked' },
    body: { zh: `“${product}”的认定已撤销：${reason}`, en: `The recognition of ${product} was revoked: ${reason}` },
  }),
  recognitionLapsed: ({ product, until = '' }: Told) => ({
    title: { zh: '产品认定已到期', en: 'A recognition has lapsed' },
    body: {
      zh: `“${product}”的认定已于 ${until} 到期，不再标注认定标识。`,
      en: `The recognition of ${product} ended on ${until}; the mark is no longer carried.`,
    },
  }),
} as const;

export type ProductMessage = keyof typeof PRODUCT_MESSAGES;
