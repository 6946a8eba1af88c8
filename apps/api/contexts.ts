import type { ContextParts } from '@xihuo/platform';

/** The contexts of the house, lowest first. Api and worker take the same list. */
export const contexts: readonly ContextParts[] = [];
