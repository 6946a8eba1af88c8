import type { Translation } from '@xihuo/ui';
import { buying } from './en/buying';
import { edge } from './en/edge';
import { frame } from './en/frame';
import { goods } from './en/goods';
import { search } from './en/search';
import type { zh } from './zh-CN';

export const en: Translation<typeof zh> = { ...edge, ...frame, ...buying, ...goods, ...search };
