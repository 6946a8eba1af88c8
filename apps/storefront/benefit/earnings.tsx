import { formatDate, Money, useApi, useLocale, usePages, type Output } from '@xihuo/ui';
import { Coming, Explained, Years } from './coming';
import { isNothing, standingOf } from './figures';
import { Held } from './held';
import { ContestLine, ContestState } from './line-contest';
import { CameBack, PaidOut } from './paid-out';
import { BigButton, Mark } from './pieces';
import { servedByBenefit } from './served';
import { useT } from './words';

type Earnings = Output<'GET /me/earnings'>;
type Earning = Earnings['data'][number];
type Contest = Output<'GET /me/contests'>['data'][number];

/** Of what is due, how much has come and by which way, and how much has not. */
function Totals({ totals }: { totals: Earnings['totals'] }) {
  const t = useT();
  const parts = [
    { key: 'funded', value: totals.funded },
    ...(isNothing(totals.paidOutside) ? [] : [{ key: 'paidOutside', value: totals.paidOutside } as const]),
    ...(isNothing(totals.waiting) ? [] : [{ key: 'said', value: totals.waiting } as const]),
    { key: 'open', value: totals.open },
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-3">
      <div className="col-span-2 rounded-lg bg-green-wash p-5">
        <dt>{t('farmer.due')}</dt>
        <dd>
          <Money value={totals.due} size="large" />
        </dd>
      </div>
      {parts.map(({ key, value }) => (
        <div key={key} className="rounded-lg border border-line bg-surface p-4 last:even:col-span-2">
          <dt className="text-base">{t(`farmer.${key}`)}</dt>
          <dd>
            <Money value={value} size="price" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Shares({ earning }: { earning: Earning }) {
  const t = useT();
  const locale = useLocale();
  return (
    <details className="rounded-md bg-sunken px-4">
      <summary className="flex min-h-15 cursor-pointer items-center font-medium">
        {t('farmer.shares', { count: earning.shares.length })}
      </summary>
      <ul className="divide-y divide-line pb-2">
        {earning.shares.map((share, index) => (
          <li key={index} className="grid grid-cols-[1fr_auto] gap-x-4 py-2 text-base">
            <span>
              {formatDate(share.settledAt, locale)}
              {share.lotCode && (
                <a
                  className="flex min-h-target items-center text-green underline underline-offset-4"
                  href={`/lots/${share.lotCode}`}
                >
                  {t('farmer.lot', { code: share.lotCode })}
                </a>
              )}
              <span className="block text-ink-faint">{t('farmer.rule', { rule: share.rule })}</span>
            </span>
            <Money value={share.amount} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface LineProps {
  earning: Earning;
  contest: Contest | undefined;
  today: string;
}

/** One due: how much, why in one sentence, how much of it has come, and by which rule. */
function Line({ earning, contest, today }: LineProps) {
  const t = useT();
  const locale = useLocale();
  const standing = standingOf(earning);
  const why = locale === 'en' ? earning.why.en : earning.why.zh;
  return (
    <li className="flex flex-col gap-2 py-5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{t(`obligation.${earning.kind}`)}</span>
        <Money value={earning.due} size="price" />
      </p>
      <p>{why}</p>
      <p className="flex flex-wrap items-center gap-x-3 text-base text-ink-soft">
        <Mark tone={standing === 'waiting' ? 'attention' : 'good'}>{t(`farmer.${standing}`)}</Mark>
        <span>{formatDate(earning.earnedOn, locale)}</span>
        <span lang="zh-CN">{earning.supplierName}</span>
      </p>
      {!isNothing(earning.paidOutside) && (
        <p className="flex justify-between gap-4 text-base">
          <span>{t('farmer.paidOutside')}</span>
          <Money value={earning.paidOutside} />
        </p>
      )}
      {!isNothing(earning.waiting) && (
        <p className="flex justify-between gap-4 text-base">
          <span>{t('farmer.said')}</span>
          <Money value={earning.waiting} />
        </p>
      )}
      {earning.shares.length > 0 && <Shares earning={earning} />}
      {contest && <ContestState contest={contest} today={today} />}
      {servedByBenefit.enabled && (!contest || contest.state === 'closed' || contest.state === 'upheld') && (
        <ContestLine id={earning.id} label={why} supplierName={earning.supplierName} />
      )}
    </li>
  );
}

function Lines({ first, today }: { first: Earnings; today: string }) {
  const t = useT();
  const list = usePages('GET /me/earnings', { query: { household: first.household.id } });
  const contests = useApi('GET /me/contests', { query: { limit: 100 } }, servedByBenefit);
  const rows = list.rows ?? first.data;
  // The newest first: of several about one line, that one counts.
  const contestOf = (id: string) => contests.data?.data.find(({ obligation }) => obligation.id === id);
  if (rows.length === 0) return <p>{t('farmer.none')}</p>;
  return (
    <section aria-labelledby="lines">
      <h2 id="lines" className="mb-1 text-xl">
        {t('farmer.lines')}
      </h2>
      <ul className="divide-y divide-line border-t border-line">
        {rows.map((earning) => (
          <Line key={earning.id} earning={earning} contest={contestOf(earning.id)} today={today} />
        ))}
      </ul>
      {list.hasNextPage && (
        <BigButton look="secondary" wide pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </BigButton>
      )}
    </section>
  );
}

/** Owed, come, still to come; when; each line with its reason; year by year; and how it works. */
export function EarningsPage({ earnings, waiting }: { earnings: Earnings; waiting: number }) {
  const t = useT();
  const outlook = useApi('GET /me/outlook', { query: { household: earnings.household.id } });
  const today = outlook.data?.today ?? '';
  return (
    <div className="flex flex-col gap-7">
      {waiting > 0 && (
        <a
          href="#/confirm"
          className="flex min-h-15 items-center justify-between gap-4 rounded-lg border-s-4 border-amber bg-amber-wash px-5 py-4 text-xl font-semibold"
        >
          {t('farmer.waitingForYou', { count: waiting })}
          <span aria-hidden>›</span>
        </a>
      )}
      <CameBack household={earnings.household.id} />
      <Totals totals={earnings.totals} />
      <p className="text-base text-ink-soft">{t('farmer.explain')}</p>
      <PaidOut household={earnings.household.id} />
      <Held householdId={earnings.household.id} />
      {outlook.data && <Coming outlook={outlook.data} />}
      <Lines first={earnings} today={today} />
      {outlook.data && <Years years={outlook.data.years} />}
      <Explained />
    </div>
  );
}
