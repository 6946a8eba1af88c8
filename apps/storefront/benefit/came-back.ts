import { formatDate, formatMoney, useLocale, type Output } from '@xihuo/ui';
import { useT } from './words';

type Paid = Output<'GET /me/payouts'>;
type Payment = Paid['data'][number];

/** The newest payment that did not stay, while nothing was done about the card it went to. */
export function cameBack({ account, waiting, data }: Paid): Payment | undefined {
  if (account?.state !== 'returned' || waiting) return undefined;
  return data.find(({ state }) => state === 'returned' || state === 'failed');
}

/** What came back and why, in one sentence. */
export function useCameBackWords() {
  const t = useT();
  const locale = useLocale();
  return ({ state, on, amount, numberTail, reason }: Payment) =>
    t(state === 'returned' ? 'farmer.cameBack' : 'farmer.notPaid', {
      ...{ day: formatDate(on, locale), amount: formatMoney(amount), tail: numberTail },
      why: reason ?? t('farmer.noReason'),
    });
}
