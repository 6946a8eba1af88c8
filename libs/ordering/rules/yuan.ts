import { money } from '@xihuo/kernel';

/** A sum as people write it: ¥1234.50. */
export const yuan = (fen: bigint): string => `¥${money.fen(fen) / 100n}.${String(fen % 100n).padStart(2, '0')}`;
