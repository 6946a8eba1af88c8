import {
  Badge,
  Card,
  Facts,
  formatDateTime,
  LinkButton,
  Money,
  Table,
  TextLink,
  useApi,
  useApiClient,
  useLocale,
  type Column,
} from '@xihuo/ui';
import { useParams } from 'react-router';
import { FoundAt } from '../channel/found-at';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { OrderOutcome } from '../ordering/order-outcome';
import { Parcels } from '../ordering/parcels';
import { useT } from '../words';
import { Acceptance } from './acceptance';
import { Decide } from './decide';
import { FileButton } from './file-button';
import { Payment } from './payment';
import { ForBuyer } from './signed-in';
import { partTones, purchaseTones } from './tones';
import type { Purchase } from './organisation';

function Lines({ purchase }: { purchase: Purchase }) {
  const t = useT();
  const columns: Column<Purchase['lines'][number]>[] = [
    {
      id: 'goods',
      header: t('business.list.goods'),
      rowHeader: true,
      cell: (line) => (
        <span lang="zh-CN">
          {line.productName} <span className="font-normal text-ink-faint">{line.pack}</span>
          <span className="block text-sm font-normal text-ink-faint">{line.supplierName}</span>
        </span>
      ),
    },
    { id: 'quantity', header: t('business.list.quantity'), numeric: true, cell: (line) => line.quantity },
    {
      id: 'price',
      header: t('business.list.unitPrice'),
      numeric: true,
      cell: (line) => <Money value={line.unitPrice} />,
    },
    { id: 'sum', header: t('business.list.sum'), numeric: true, cell: (line) => <Money value={line.goods} /> },
  ];
  return (
    <Table caption={t('business.list.goods')} columns={columns} rows={purchase.lines} rowKey={(line) => line.skuId} />
  );
}

function Facets({ purchase }: { purchase: Purchase }) {
  const t = useT();
  const locale = useLocale();
  const { terms } = purchase;
  return (
    <Facts
      facts={[
        { term: t('business.site'), detail: <span lang="zh-CN">{purchase.siteName}</span> },
        { term: t('business.order.by'), detail: <span lang="zh-CN">{purchase.requestedBy}</span> },
        { term: t('business.order.at'), detail: formatDateTime(purchase.requestedAt, locale) },
        {
          term: t('business.terms'),
          detail:
            terms.payment === 'onTerms'
              ? t('business.onTerms', { count: terms.termDays ?? 0 })
              : t('business.payFirst'),
        },
        ...(purchase.ownNumber
          ? [{ term: t('business.ownNumber'), detail: <span className="numeric">{purchase.ownNumber}</span> }]
          : []),
        ...(purchase.note ? [{ term: t('business.note'), detail: <span lang="zh-CN">{purchase.note}</span> }] : []),
        { term: t('business.freight'), detail: <Money value={purchase.freight} /> },
        { term: t('business.total'), detail: <Money value={purchase.amount} /> },
      ]}
    />
  );
}

/** Who looked at the papers of a part, and what was missing then. */
function PapersChecked({ purchase, partId }: { purchase: Purchase; partId: string }) {
  const t = useT();
  const locale = useLocale();
  const looked = purchase.papersChecked.find(({ supplierOrderId }) => supplierOrderId === partId);
  if (!looked) return null;
  const told = { name: looked.by, at: formatDateTime(looked.at, locale) };
  return (
    <p className="mt-3 text-sm text-ink-soft">
      {t(looked.missing === '' ? 'business.papers.wereComplete' : 'business.papers.wereMissing', {
        ...told,
        missing: looked.missing,
      })}
    </p>
  );
}

function Parts({ purchase, reload }: { purchase: Purchase; reload: () => void }) {
  const t = useT();
  const { order } = purchase;
  if (!order) return null;
  return (
    <>
      {order.supplierOrders.map((part) => (
        <Card
          key={part.id}
          title={<span lang="zh-CN">{part.supplier.name}</span>}
          aside={<Badge tone={partTones[part.state]}>{t(`business.part.${part.state}`)}</Badge>}
        >
          <ul className="flex flex-col gap-1">
            {part.lines.map((line) => (
              <li key={line.id} className="flex flex-wrap justify-between gap-x-4">
                <span lang="zh-CN">
                  {line.productName} {line.pack} × {line.quantity}
                </span>
                <Money value={line.amount} />
                <FoundAt via={line.via} />
              </li>
            ))}
          </ul>
          <div className="mt-3">
            <Parcels orderId={order.id} parcels={part.parcels} token={undefined} />
          </div>
          <PapersChecked purchase={purchase} partId={part.id} />
          {part.state === 'shipped' && purchase.can.receive && <Acceptance {...{ purchase, part, reload }} />}
        </Card>
      ))}
    </>
  );
}

/** What has become of the order, to sign or to file. */
function Notes({ purchase }: { purchase: Purchase }) {
  const t = useT();
  const api = useApiClient();
  return (
    <Card title={t('business.note.title')}>
      <p className="mb-3 text-sm text-ink-soft">{t('business.note.lead')}</p>
      <div className="flex flex-wrap gap-3">
        {(['pdf', 'xlsx'] as const).map((format) => (
          <FileButton
            key={format}
            word={t(`business.note.${format}`)}
            name={`${t('business.note.title')}-${purchase.number}.${format}`}
            get={() =>
              api('GET /purchase-orders/{id}/settlement-note/file', { params: { id: purchase.id }, query: { format } })
            }
          />
        ))}
      </div>
    </Card>
  );
}

function Whole({ purchase, reload }: { purchase: Purchase; reload: () => void }) {
  const t = useT();
  return (
    <NarrowPage>
      <PageTitle small>{t('business.order.title', { number: purchase.number })}</PageTitle>
      <div className="flex flex-col gap-4">
        <p role="status" className="flex flex-wrap items-baseline gap-3">
          <Badge tone={purchaseTones[purchase.state]}>{t(`business.state.${purchase.state}`)}</Badge>
          <TextLink to="/business">{t('business.order.back')}</TextLink>
        </p>
        <Decide {...{ purchase, reload }} />
        <Card title={<span lang="zh-CN">{purchase.organisation.name}</span>}>
          <div className="flex flex-col gap-4">
            <Lines purchase={purchase} />
            <Facets purchase={purchase} />
          </div>
        </Card>
        <Parts {...{ purchase, reload }} />
        {purchase.order && <OrderOutcome order={purchase.order} token={undefined} />}
        {purchase.order && <Payment purchase={purchase} />}
        {purchase.order && <Notes purchase={purchase} />}
      </div>
    </NarrowPage>
  );
}

export function PurchasePage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /purchase-orders/{id}', { params: { id } }, { staleTime: 0 });
  return (
    <ForBuyer
      query={query}
      missing={t('business.order.missing')}
      action={<LinkButton to="/business">{t('business.order.back')}</LinkButton>}
    >
      {(purchase, reload) => <Whole {...{ purchase, reload }} />}
    </ForBuyer>
  );
}
