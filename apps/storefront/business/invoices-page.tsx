import { EmptyState, formatDate, LinkButton, Money, useApi, useLocale, usePages, type Output } from '@xihuo/ui';
import { Link, useParams } from 'react-router';
import { Listing } from '../admission/reading';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { AskInvoice } from './ask-invoice';
import { InvoiceBadge } from './invoice-parts';
import { MonthSteps, useMonth } from './month-steps';
import { has, type Organisation } from './organisation';
import { ForOrganisation } from './signed-in';

type Summary = Output<'GET /organisations/{id}/invoice-requests'>['data'][number];

function Row({ one }: { one: Summary }) {
  const t = useT();
  const locale = useLocale();
  return (
    <li>
      <Link
        to={`/business/invoices/${one.id}`}
        className="grid grid-cols-[1fr_auto] items-baseline gap-x-6 px-5 py-3.5 hover:bg-sunken"
      >
        <span lang="zh-CN" className="font-medium">
          {one.supplier.name}
        </span>
        <span className="text-end">
          <Money value={one.amount} />
        </span>
        <span className="text-sm text-ink-faint">
          {formatDate(one.month, locale)} · {t(`business.invoice.kind.${one.kind}`)}
          {one.dueOn !== null && (
            <>
              {' '}
              ·{' '}
              {t(one.state === 'issued' ? 'business.invoice.checkBy' : 'business.invoice.supplierBy', {
                day: formatDate(one.dueOn, locale),
              })}
            </>
          )}
        </span>
        <span className="min-h-6 text-end">
          <InvoiceBadge state={one.state} />
        </span>
        {one.correction.amount !== '0' && (
          <span className="col-span-2 text-sm text-ink-soft">
            {t('business.invoice.redDue')} <Money value={one.correction} />
          </span>
        )}
      </Link>
    </li>
  );
}

function Open({ organisation, month, reload }: { organisation: Organisation; month: string; reload: () => void }) {
  const t = useT();
  const locale = useLocale();
  const params = { id: organisation.id, month };
  const query = useApi('GET /organisations/{id}/invoiceable/{month}', { params }, { staleTime: 0 });
  const firstPayer = query.data?.lastPayer ?? {
    ...{ kind: 'ordinary' as const, title: organisation.name, taxpayerNumber: organisation.uscc ?? '' },
    ...{ address: '', phone: '', bankName: '', bankAccount: '' },
  };
  const after = () => {
    void query.refetch();
    reload();
  };
  return (
    <section className="pt-8">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-3">
        <h2 className="text-lg">{t('business.invoice.open', { month: formatDate(month, locale) })}</h2>
        <MonthSteps month={month} />
      </div>
      {query.data?.data.length === 0 && (
        <EmptyState title={t('business.invoice.nothing')}>{t('business.invoice.nothingText')}</EmptyState>
      )}
      <div className="flex flex-col gap-4">
        {query.data?.data.map((one) => (
          <AskInvoice
            key={`${month} ${one.supplier.id} ${one.amount.amount}`}
            {...{ organisationId: organisation.id, month, one, firstPayer, reload: after }}
          />
        ))}
      </div>
    </section>
  );
}

function Invoices({ organisation, month }: { organisation: Organisation; month: string }) {
  const t = useT();
  const list = usePages('GET /organisations/{id}/invoice-requests', {
    params: { id: organisation.id },
    query: { limit: 20 },
  });
  return (
    <>
      <Open {...{ organisation, month, reload: () => void list.refetch() }} />
      <section>
        <h2 className="pt-8 pb-3 text-lg">{t('business.invoice.list')}</h2>
        <Listing query={list} empty={{ title: t('business.invoice.none'), text: t('business.invoice.noneText') }}>
          {(rows) => (
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {rows.map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </ul>
          )}
        </Listing>
      </section>
    </>
  );
}

/** What of a month may be invoiced, and what was asked for. */
export function InvoicesPage() {
  const t = useT();
  const { organisationId } = useParams();
  const month = useMonth();
  return (
    <ForOrganisation id={organisationId}>
      {(organisation) => (
        <NarrowPage>
          <PageTitle lead={t('business.invoice.lead')}>{t('business.invoice.title')}</PageTitle>
          {has(organisation, 'pay') ? (
            <Invoices organisation={organisation} month={month} />
          ) : (
            <p className="pt-8 text-ink-soft">{t('business.invoice.payersOnly')}</p>
          )}
          <div className="pt-8">
            <LinkButton look="secondary" to="/business">
              {t('business.order.back')}
            </LinkButton>
          </div>
        </NarrowPage>
      )}
    </ForOrganisation>
  );
}
