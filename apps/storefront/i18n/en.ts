import type { Translation } from '@xihuo/ui';
import { admission } from './en/admission';
import { afterSale } from './en/after-sale';
import { buying } from './en/buying';
import { channel } from './en/channel';
import { dispute } from './en/dispute';
import { goods } from './en/goods';
import { prices } from './en/prices';
import { proof } from './en/proof';
import { record } from './en/record';
import { search } from './en/search';
import type { zh } from './zh-CN';

export const en: Translation<typeof zh> = {
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
};
