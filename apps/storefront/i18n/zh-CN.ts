import type { account } from './zh-CN/account';
import type { admission } from './zh-CN/admission';
import type { afterSale } from './zh-CN/after-sale';
import type { business } from './zh-CN/business';
import type { book } from './zh-CN/book';
import { buying } from './zh-CN/buying';
import type { channel } from './zh-CN/channel';
import type { components } from './zh-CN/components';
import type { dispute } from './zh-CN/dispute';
import { edge } from './zh-CN/edge';
import { frame } from './zh-CN/frame';
import { goods } from './zh-CN/goods';
import type { home } from './zh-CN/home';
import type { legal } from './zh-CN/legal';
import type { mine } from './zh-CN/mine';
import type { ordering } from './zh-CN/ordering';
import type { outcome } from './zh-CN/outcome';
import type { ownInvoice } from './zh-CN/own-invoice';
import type { prices } from './zh-CN/prices';
import type { product } from './zh-CN/product';
import type { proof } from './zh-CN/proof';
import type { record } from './zh-CN/record';
import { search } from './zh-CN/search';

/** What the shop's first page, lists and products say: at hand from the start. The other parts come with their pages. */
export const zh = { ...edge, ...frame, ...buying, ...goods, ...search } as const;

/** All the shop's words. These keys are the keys every other language must have. */
export type ShopWords = typeof zh &
  typeof account &
  typeof admission &
  typeof afterSale &
  typeof book &
  typeof business &
  typeof channel &
  typeof components &
  typeof dispute &
  typeof home &
  typeof legal &
  typeof mine &
  typeof ordering &
  typeof outcome &
  typeof ownInvoice &
  typeof prices &
  typeof product &
  typeof proof &
  typeof record;
