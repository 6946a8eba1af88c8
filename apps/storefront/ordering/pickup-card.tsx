import { Card, ErrorState, Facts, formatDateTime, Loading, Skeleton, TextLink, useApi, useLocale } from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { OpeningTimes, ShutOn } from '../channel/opening';
import { useT } from '../words';
import { orderHeaders } from './order-keys';
import type { Order } from './use-order';

/** Where to fetch it, when somebody is there, how far each supplier's part is, and the code to show. */
export function PickupCard({ order, token }: { order: Order; token: string | undefined }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const asked = { params: { id: order.id }, headers: orderHeaders(token) };
  const { data, error, refetch } = useApi('GET /orders/{id}/pickup', asked);
  if (!data) {
    return (
      <Card title={t('pickup.title')}>
        {error ? (
          <ErrorState problem={error} onRetry={() => void refetch()} />
        ) : (
          <Loading>
            <Skeleton className="h-40" />
          </Loading>
        )}
      </Card>
    );
  }
  const { venue, code, parts } = data;
  const of = (id: string) => order.supplierOrders.find((part) => part.id === id)?.supplier.name ?? '';
  return (
    <Card title={t('pickup.title')}>
      {code && (
        <p className="mb-4 rounded-md bg-sunken px-4 py-3">
          <span className="block text-sm text-ink-soft">{t('pickup.code')}</span>
          <span className="numeric text-2xl font-semibold tracking-widest select-all">
            {code.slice(0, 4)} {code.slice(4)}
          </span>
          <span className="block text-sm text-ink-soft">{t('pickup.codeText')}</span>
        </p>
      )}
      <Facts
        facts={[
          {
            term: t('pickup.point'),
            detail: <TextLink to={`/venues/${venue.slug}`}>{name(venue.name)}</TextLink>,
          },
          { term: t('venue.address'), detail: <span lang="zh-CN">{`${venue.regionName} ${venue.address}`}</span> },
          ...(venue.phone
            ? [{ term: t('venue.phone'), detail: <a href={`tel:${venue.phone}`}>{venue.phone}</a> }]
            : []),
          { term: t('venue.openingTimes'), detail: <OpeningTimes times={venue.openingTimes} /> },
          ...(venue.shutOn.length > 0 ? [{ term: t('venue.shutOn'), detail: <ShutOn days={venue.shutOn} /> }] : []),
          ...parts.map(({ supplierOrderId, state, arrivedAt }) => ({
            term: <span lang="zh-CN">{of(supplierOrderId)}</span>,
            detail:
              state === 'arrived' && arrivedAt
                ? t('pickup.arrivedAt', { at: formatDateTime(arrivedAt, locale) })
                : t(`pickup.state.${state}`),
          })),
        ]}
      />
      {!venue.open && <p className="mt-3 text-ink-soft">{t('pickup.closed')}</p>}
    </Card>
  );
}
