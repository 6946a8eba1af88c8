import { money } from '@xihuo/kernel';

/** A sum as people write it: ¥1234.50. */
export const yuan = (fen: bigint): string => `¥${money.toYuan(money.fen(fen))}`;
