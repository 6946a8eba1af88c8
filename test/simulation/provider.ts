import { money } from '@xihuo/kernel';
import { ProviderError, type refunds } from '@xihuo/payment';
import type { Shop } from '@xihuo/testing';

type Till = Parameters<typeof refunds.send>[0];

/** Pays back every attempt once, by its name; while it is deaf the answer to what it did is lost. */
export interface Provider {
  readonly till: Till;
  isDeaf: boolean;
}

export function openProvider({ database }: Shop): Provider {
  const done = new Set<string>();
  const nothing = { recoveredFen: money.ZERO, shortfallFen: money.ZERO };
  const open: Provider = {
    isDeaf: false,
    till: {
      ...{ database, providerName: 'test' },
      provider: {
        refund: ({ refundId, amountFen }: { refundId: string; amountFen: money.Fen }) => {
          const isFirst = !done.has(refundId);
          done.add(refundId);
          if (isFirst && open.isDeaf) return Promise.reject(new ProviderError('unknown', 'lost'));
          return Promise.resolve({ refundRef: `re_${refundId}`, state: 'succeeded', amountFen, ...nothing });
        },
      },
    } as unknown as Till,
  };
  return open;
}
