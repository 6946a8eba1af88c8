import type { needWords, Words } from '@xihuo/ui';
import { zh } from './i18n/zh-CN';

export const words: Words<typeof zh> = { zh, en: () => import('./i18n/en').then((module) => module.en) };

export type PartName =
  | 'account'
  | 'admission'
  | 'afterSale'
  | 'book'
  | 'business'
  | 'channel'
  | 'components'
  | 'dispute'
  | 'home'
  | 'legal'
  | 'mine'
  | 'ordering'
  | 'outcome'
  | 'ownInvoice'
  | 'prices'
  | 'product'
  | 'proof'
  | 'record';

/**
 * Words that come with the pages that say them, so that the first page does not carry what few read. A route names its parts; a
 * test walks through what each page is made of and refuses one that says a word it did not fetch.
 */
export const parts: Record<PartName, Parameters<typeof needWords>[0][number]> = {
  account: {
    zh: () => import('./i18n/zh-CN/account').then((module) => module.account),
    en: () => import('./i18n/en/account').then((module) => module.account),
  },
  admission: {
    zh: () => import('./i18n/zh-CN/admission').then((module) => module.admission),
    en: () => import('./i18n/en/admission').then((module) => module.admission),
  },
  afterSale: {
    zh: () => import('./i18n/zh-CN/after-sale').then((module) => module.afterSale),
    en: () => import('./i18n/en/after-sale').then((module) => module.afterSale),
  },
  book: {
    zh: () => import('./i18n/zh-CN/book').then((module) => module.book),
    en: () => import('./i18n/en/book').then((module) => module.book),
  },
  business: {
    zh: () => import('./i18n/zh-CN/business').then((module) => module.business),
    en: () => import('./i18n/en/business').then((module) => module.business),
  },
  channel: {
    zh: () => import('./i18n/zh-CN/channel').then((module) => module.channel),
    en: () => import('./i18n/en/channel').then((module) => module.channel),
  },
  components: {
    zh: () => import('./i18n/zh-CN/components').then((module) => module.components),
    en: () => import('./i18n/en/components').then((module) => module.components),
  },
  dispute: {
    zh: () => import('./i18n/zh-CN/dispute').then((module) => module.dispute),
    en: () => import('./i18n/en/dispute').then((module) => module.dispute),
  },
  home: {
    zh: () => import('./i18n/zh-CN/home').then((module) => module.home),
    en: () => import('./i18n/en/home').then((module) => module.home),
  },
  legal: {
    zh: () => import('./i18n/zh-CN/legal').then((module) => module.legal),
    en: () => import('./i18n/en/legal').then((module) => module.legal),
  },
  mine: {
    zh: () => import('./i18n/zh-CN/mine').then((module) => module.mine),
    en: () => import('./i18n/en/mine').then((module) => module.mine),
  },
  ordering: {
    zh: () => import('./i18n/zh-CN/ordering').then((module) => module.ordering),
    en: () => import('./i18n/en/ordering').then((module) => module.ordering),
  },
  outcome: {
    zh: () => import('./i18n/zh-CN/outcome').then((module) => module.outcome),
    en: () => import('./i18n/en/outcome').then((module) => module.outcome),
  },
  ownInvoice: {
    zh: () => import('./i18n/zh-CN/own-invoice').then((module) => module.ownInvoice),
    en: () => import('./i18n/en/own-invoice').then((module) => module.ownInvoice),
  },
  prices: {
    zh: () => import('./i18n/zh-CN/prices').then((module) => module.prices),
    en: () => import('./i18n/en/prices').then((module) => module.prices),
  },
  product: {
    zh: () => import('./i18n/zh-CN/product').then((module) => module.product),
    en: () => import('./i18n/en/product').then((module) => module.product),
  },
  proof: {
    zh: () => import('./i18n/zh-CN/proof').then((module) => module.proof),
    en: () => import('./i18n/en/proof').then((module) => module.proof),
  },
  record: {
    zh: () => import('./i18n/zh-CN/record').then((module) => module.record),
    en: () => import('./i18n/en/record').then((module) => module.record),
  },
};

export { useT } from './use-t';
