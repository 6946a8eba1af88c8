import { frame } from './zh-CN/frame';
import { work } from './zh-CN/work';

/** The console's words. These keys are the keys every other language must have. */
export const zh = { ...frame, ...work } as const;
