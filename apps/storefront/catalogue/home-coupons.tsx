import { formatDate, formatMoney, LinkButton, useApi, useLocale } from '@xihuo/ui';
import { useSignedInMark } from '../account/signed-in-mark';
import { useT } from '../words';
import { useName } from './use-name';

/** How many fit without pushing the goods out of sight. */
const SHOWN = 4;

/** Coupons of the platform there are to claim; they are claimed where they are used, at checkout. */
export function HomeCoupons() {
  // A drawn page knows the coupons of guests; whoever has an account asks for their own.
  const signedIn = useSignedInMark();
  return <Coupons key={String(signedIn)} fresh={signedIn} />;
}

function Coupons({ fresh }: { fresh: boolean }) {
  const t = useT();
  const locale = useLocale();
  const nameOf = useName();
  const { data } = useApi('GET /coupons', { query: {} }, fresh ? { staleTime: 0 } : {});
  const open = (data?.data ?? []).filter(({ isGone, mine }) => !isGone && mine === 0).slice(0, SHOWN);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="coupons">
      <h2 id="coupons" className="mb-3 text-xl">
        {t('home.coupons')}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {open.map(({ promotionId, name, threshold, reduction, endsAt }) => (
          <li
            key={promotionId}
            className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface p-4"
          >
            <span className="min-w-0">
              <span className="block font-semibold">
                {t('home.couponTerms', { threshold: formatMoney(threshold), reduction: formatMoney(reduction) })}
              </span>
              <span className="block text-sm text-ink-faint">
                {nameOf(name)} · {t('home.couponUntil', { day: formatDate(endsAt, locale) })}
              </span>
            </span>
            <LinkButton look="secondary" size="small" to="/products">
              {t('home.couponClaim')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
