import {
  Badge,
  classes,
  EmptyState,
  ErrorState,
  formatDateTime,
  formatMoney,
  LinkButton,
  Tabs,
  TextLink,
  useApi,
  useLocale,
  type Output,
} from '@xihuo/ui';
import { Waiting } from '../../admission/reading';
import { useName } from '../../catalogue/use-name';
import { NarrowPage, PageTitle } from '../../frame/page-title';
import { useT } from '../../words';
import { ForAccount } from '../for-account';

type Held = Output<'GET /me/coupons'>['data'][number];

const STANDINGS = ['held', 'used', 'over'] as const;

/** A coupon as a slip: what it takes off, from what sum on, whose it is, until when. */
function Slip({ held }: { held: Held }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const { coupon, standing, orderId } = held;
  const isHeld = standing === 'held';
  return (
    <li
      className={classes(
        'flex overflow-hidden rounded-lg border bg-surface',
        isHeld ? 'border-line-strong' : 'border-line text-ink-faint',
      )}
    >
      <span
        className={classes(
          'numeric flex w-28 shrink-0 flex-col items-center justify-center gap-1 border-e border-dashed border-line-strong p-3 text-center',
          isHeld && 'bg-green-wash text-green',
        )}
      >
        <span className="text-xl font-semibold">{formatMoney(coupon.reduction)}</span>
        <span className="text-xs">{t('wallet.from', { amount: formatMoney(coupon.threshold) })}</span>
      </span>
      <span className="flex min-w-0 grow flex-col gap-1 p-4">
        <span className={classes('font-medium', isHeld && 'text-ink')}>{name(coupon.name)}</span>
        <span className="text-sm">
          {coupon.supplier ? (
            <span lang="zh-CN">{t('wallet.of', { supplier: coupon.supplier.name })}</span>
          ) : (
            t('wallet.platform')
          )}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 text-sm">
          {t('wallet.until', { at: formatDateTime(coupon.endsAt, locale) })}
          {!isHeld && <Badge>{t(`wallet.${standing}`)}</Badge>}
          {orderId !== null && <TextLink to={`/orders/${orderId}`}>{t('wallet.order')}</TextLink>}
        </span>
      </span>
    </li>
  );
}

function Slips({ rows, standing }: { rows: readonly Held[]; standing: Held['standing'] }) {
  const t = useT();
  const own = rows.filter((row) => row.standing === standing);
  if (own.length === 0)
    return (
      <EmptyState
        title={t(`wallet.none.${standing}`)}
        action={standing === 'held' && <LinkButton to="/">{t('wallet.look')}</LinkButton>}
      >
        {standing === 'held' && t('wallet.noneText')}
      </EmptyState>
    );
  return (
    <ul className="flex flex-col gap-3">
      {own.map((held) => (
        <Slip key={held.coupon.id} held={held} />
      ))}
    </ul>
  );
}

function Wallet() {
  const t = useT();
  const query = useApi('GET /me/coupons', {}, { staleTime: 0 });
  if (!query.data)
    return query.error ? <ErrorState problem={query.error} onRetry={() => void query.refetch()} /> : <Waiting />;
  const rows = query.data.data;
  return (
    <Tabs
      label={t('wallet.title')}
      items={STANDINGS.map((standing) => ({
        id: standing,
        label: t(`wallet.tab.${standing}`, { count: rows.filter((row) => row.standing === standing).length }),
        content: <Slips rows={rows} standing={standing} />,
      }))}
    />
  );
}

/** Coupons the account claimed. */
export function CouponsPage() {
  const t = useT();
  return (
    <NarrowPage>
      <PageTitle lead={t('wallet.lead')}>{t('wallet.title')}</PageTitle>
      <ForAccount lead={t('wallet.signIn')}>
        <Wallet />
      </ForAccount>
    </NarrowPage>
  );
}
