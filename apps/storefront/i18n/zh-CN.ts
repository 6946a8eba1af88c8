import { admission } from './zh-CN/admission';
import { afterSale } from './zh-CN/after-sale';
import { buying } from './zh-CN/buying';
import { channel } from './zh-CN/channel';
import { dispute } from './zh-CN/dispute';
import { goods } from './zh-CN/goods';
import { prices } from './zh-CN/prices';
import { proof } from './zh-CN/proof';
import { record } from './zh-CN/record';
import { search } from './zh-CN/search';

/** The shop's words. These keys are the keys every other language must have. */
export const zh = {
  ...afterSale,
  ...buying,
  ...channel,
  ...dispute,
  ...goods,
  ...prices,
  ...proof,
  ...admission,
  ...record,
  ...search,
} as const;
