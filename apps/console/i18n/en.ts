import type { Translation } from '@xihuo/ui';
import { frame } from './en/frame';
import { products } from './en/products';
import { watching } from './en/watching';
import { work } from './en/work';
import type { zh } from './zh-CN';

export const en: Translation<typeof zh> = { ...frame, ...work, ...products, ...watching };
