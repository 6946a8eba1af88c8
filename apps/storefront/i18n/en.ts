import type { Translation } from '@xihuo/ui';
import { buying } from './en/buying';
import { frame } from './en/frame';
import { goods } from './en/goods';
import { search } from './en/search';
import type { zh } from './zh-CN';

export const en: Translation<typeof zh> = { ...frame, ...buying, ...goods, ...search };
