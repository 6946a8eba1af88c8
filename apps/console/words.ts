import { makeUseT, type Words } from '@xihuo/ui';
import { zh } from './i18n/zh-CN';

export const words: Words<typeof zh> = { zh, en: () => import('./i18n/en').then((module) => module.en) };

export const useT = makeUseT<typeof zh>();
