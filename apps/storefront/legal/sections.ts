/** The sections of each text, in their order. */
export const SECTIONS = {
  privacy: ['who', 'what', 'why', 'share', 'keep', 'safety', 'rights', 'deletion', 'minors', 'change', 'contact'],
  terms: ['who', 'order', 'price', 'delivery', 'afterSale', 'assistance', 'account', 'content', 'liability', 'change'],
} as const;
