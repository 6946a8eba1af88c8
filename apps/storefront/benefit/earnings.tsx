import { Badge, Button, formatDate, Money, useLocale, usePages, useApi, useSend, type Output } from '@xihuo/ui';
import { useT } from './words';

type Earning = Output<'GET /me/earnings'>['data'][number];

function Totals({ totals }: { totals: Output<'GET /me/earnings'>['totals'] }) {
  const t = useT();
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      <div className="rounded-lg bg-green-wash p-5 sm:col-span-2">
        <dt>{t('farmer.due')}</dt>
        <dd>
          <Money value={totals.due} size="large" />
        </dd>
      </div>
      <div className="rounded-lg border border-line bg-surface p-5">
        <dt>{t('farmer.funded')}</dt>
        <dd>
          <Money value={totals.funded} size="price" />
        </dd>
      </div>
      <div className="rounded-lg border border-line bg-surface p-5">
        <dt>{t('farmer.open')}</dt>
        <dd>
          <Money value={totals.open} size="price" />
        </dd>
      </div>
    </dl>
  );
}

/** One due: how much, why in one sentence, how much of it is settled, and by which rule. */
function Line({ earning }: { earning: Earning }) {
  const t = useT();
  const locale = useLocale();
  const settled = earning.open.amount === '0';
  return (
    <li className="flex flex-col gap-2 py-5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{t(`obligation.${earning.kind}`)}</span>
        <Money value={earning.due} size="price" />
      </p>
      <p>{locale === 'en' ? earning.why.en : earning.why.zh}</p>
      <p className="flex flex-wrap items-center gap-x-3 text-base text-ink-soft">
        <Badge tone={settled ? 'good' : 'attention'}>{t(settled ? 'farmer.settled' : 'farmer.waiting')}</Badge>
        <span>{formatDate(earning.earnedOn, locale)}</span>
        <span lang="zh-CN">{earning.supplierName}</span>
      </p>
      {earning.shares.length > 0 && (
        <details className="rounded-md bg-sunken px-4">
          <summary className="flex min-h-15 cursor-pointer items-center font-medium">
            {t('farmer.shares', { count: earning.shares.length })}
          </summary>
          <ul className="divide-y divide-line pb-2">
            {earning.shares.map((share, index) => (
              <li key={index} className="grid grid-cols-[1fr_auto] gap-x-4 py-2 text-base">
                <span>
                  {formatDate(share.settledAt, locale)}
                  {share.lotCode && <span className="block">{t('farmer.lot', { code: share.lotCode })}</span>}
                  <span className="block text-ink-faint">{t('farmer.rule', { rule: share.rule })}</span>
                </span>
                <Money value={share.amount} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function SignOut({ onDone }: { onDone: () => void }) {
  const t = useT();
  const signOut = useSend('DELETE /sessions/current', { onSuccess: onDone });
  return (
    <Button look="quiet" className="-me-4" pending={signOut.isPending} onClick={() => signOut.mutate({})}>
      {t('farmer.signOut')}
    </Button>
  );
}

export function Earnings({ onSignedOut }: { onSignedOut: () => void }) {
  const t = useT();
  const first = useApi('GET /me/earnings', { query: {} });
  const list = usePages('GET /me/earnings', { query: {} });
  if (!first.data) return null;
  const { household, totals } = first.data;
  const rows = list.rows ?? first.data.data;
  return (
    <div className="flex flex-col gap-6">
      <p className="flex flex-wrap items-center justify-between gap-x-4">
        <span lang="zh-CN">
          <strong>{household.displayName}</strong> · {household.countyName} {household.village}
        </span>
        <SignOut onDone={onSignedOut} />
      </p>
      <Totals totals={totals} />
      <p className="text-base text-ink-soft">{t('farmer.explain')}</p>
      {rows.length === 0 ? (
        <p>{t('farmer.none')}</p>
      ) : (
        <section aria-labelledby="lines">
          <h2 id="lines">{t('farmer.lines')}</h2>
          <ul className="divide-y divide-line border-t border-line">
            {rows.map((earning) => (
              <Line key={earning.id} earning={earning} />
            ))}
          </ul>
        </section>
      )}
      {list.hasNextPage && (
        <Button
          look="secondary"
          size="large"
          pending={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </div>
  );
}
