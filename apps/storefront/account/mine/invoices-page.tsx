import { Badge, formatDate, LinkButton, Money, TextLink, useLocale, usePages, type Output } from '@xihuo/ui';
import { Listing } from '../../admission/reading';
import { NarrowPage, PageTitle } from '../../frame/page-title';
import { invoiceTones } from '../../ordering/invoice-tones';
import { useT } from '../../words';
import { ForAccount } from '../for-account';

type Own = Output<'GET /me/invoices'>['data'][number];

/** One invoice: of whom, over what, and how it stands; its papers are with its order. */
function OwnInvoice({ orderId, orderNumber, invoice }: Own) {
  const t = useT();
  const locale = useLocale();
  return (
    <li className="flex flex-col gap-1 p-5">
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span lang="zh-CN" className="font-medium">
          {invoice.supplier.name}
        </span>
        <Money value={invoice.amount} />
      </span>
      <span className="flex flex-wrap items-center justify-between gap-x-4 text-ink-soft">
        <span lang="zh-CN">{invoice.title}</span>
        <Badge tone={invoiceTones[invoice.state]}>{t(`ownInvoice.state.${invoice.state}`)}</Badge>
      </span>
      {invoice.state === 'requested' && invoice.dueOn !== null && (
        <span className="text-sm text-ink-faint">
          {t('ownInvoice.by', { date: formatDate(invoice.dueOn, locale) })}
        </span>
      )}
      <TextLink to={`/orders/${orderId}`} className="self-start">
        {t('ownInvoices.order', { number: orderNumber })}
      </TextLink>
    </li>
  );
}

function Invoices() {
  const t = useT();
  const query = usePages('GET /me/invoices', { query: {} });
  return (
    <Listing
      query={query}
      empty={{
        title: t('ownInvoices.none'),
        text: t('ownInvoices.noneText'),
        action: <LinkButton to="/orders">{t('account.orders')}</LinkButton>,
      }}
    >
      {(rows) => (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((own) => (
            <OwnInvoice key={own.invoice.id} {...own} />
          ))}
        </ul>
      )}
    </Listing>
  );
}

/** Invoices of what the account bought for itself. */
export function InvoicesPage() {
  const t = useT();
  return (
    <NarrowPage>
      <PageTitle lead={t('ownInvoices.lead')}>{t('ownInvoices.title')}</PageTitle>
      <ForAccount lead={t('ownInvoices.signIn')}>
        <Invoices />
      </ForAccount>
    </NarrowPage>
  );
}
