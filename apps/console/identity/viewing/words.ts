import { makeUseT } from '@xihuo/ui';
import type { zh as console } from '../../i18n/zh-CN';
import type { zh } from './zh-CN';

/** To be had at hand before one of these parts is shown. */
export const viewingWords = {
  zh: () => import('./zh-CN').then((module) => module.zh),
  en: () => import('./en').then((module) => module.en),
};

export const useT = makeUseT<typeof console & typeof zh>();
