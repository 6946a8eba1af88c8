import { makeUseT, type Words } from '@xihuo/ui';
import { farmer } from '../i18n/zh-CN/farmer';

export const words: Words<typeof farmer> = {
  zh: farmer,
  en: () => import('../i18n/en/farmer').then((module) => module.farmer),
};

export const useT = makeUseT<typeof farmer>();
