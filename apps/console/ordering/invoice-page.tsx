import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Card,
  Facts,
  formatDate,
  Money,
  Notice,
  routeKey,
  Table,
  toast,
  useApi,
  useLocale,
  useSend,
  type Output,
} from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ReasonAct } from '../frame/act-dialog';
import { Page } from '../frame/page';
import { SeePaper } from '../frame/paper-pick';
import { Whole } from '../frame/whole';
import { Day } from '../frame/when';
import { useT } from '../words';
import { InvoiceBadge } from './invoices-page';
import { RecordInvoiceDialog } from './record-invoice-dialog';

type Invoice = Output<'GET /invoice-requests/{id}'>;

/** What the supplier can do now: record what was issued, say why none is, record the red note. */
function Acts({ invoice }: { invoice: Invoice }) {
  const t = useT();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'invoice' | 'redNote' | 'decline' | null>(null);
  const close = () => setAsking(null);
  const done = () => {
    close();
    for (const route of ['GET /supplier/invoice-requests', 'GET /invoice-requests/{id}'] as const)
      void queries.invalidateQueries({ queryKey: routeKey(route) });
  };
  const decline = useSend('POST /invoice-requests/{id}/decline', {
    onSuccess: () => {
      toast(t('invoices.declined'));
      done();
    },
  });
  const isWaiting = invoice.state === 'requested' || invoice.state === 'contested';
  const isContested = invoice.state === 'contested';
  return (
    <div className="flex flex-wrap gap-3">
      {isWaiting && (
        <>
          <Button data-act="POST /invoice-requests/{id}/issue" onClick={() => setAsking('invoice')}>
            {t('invoices.record')}
          </Button>
          <Button data-act="POST /invoice-requests/{id}/decline" look="secondary" onClick={() => setAsking('decline')}>
            {t(isContested ? 'invoices.stand' : 'invoices.decline')}
          </Button>
        </>
      )}
      {invoice.correction.amount !== '0' && (
        <Button data-act="POST /invoice-requests/{id}/red-notes" onClick={() => setAsking('redNote')}>
          {t('invoices.recordRed')}
        </Button>
      )}
      {(asking === 'invoice' || asking === 'redNote') && (
        <RecordInvoiceDialog invoice={invoice} kind={asking} onDone={done} onClose={close} />
      )}
      {asking === 'decline' && (
        <ReasonAct
          title={t(isContested ? 'invoices.stand' : 'invoices.decline')}
          submit={t(isContested ? 'invoices.stand' : 'invoices.decline')}
          look={isContested ? 'primary' : 'danger'}
          text={t(isContested ? 'invoices.standText' : 'invoices.declineText')}
          label={t('invoices.reason')}
          pending={decline.isPending}
          problem={decline.error}
          onClose={close}
          onSubmit={(reason) => decline.mutate({ params: { id: invoice.id }, body: { reason } })}
        />
      )}
    </div>
  );
}

function Papers({ invoice }: { invoice: Invoice }) {
  const t = useT();
  if (invoice.papers.length === 0) return null;
  return (
    <Card title={t('invoices.papers')}>
      <Table
        caption={t('invoices.papers')}
        rows={invoice.papers}
        rowKey={(paper) => paper.id}
        columns={[
          {
            id: 'number',
            header: t('invoices.number'),
            rowHeader: true,
            cell: (paper) => (
              <>
                <span className="numeric break-all">{paper.number}</span>
                {paper.isReplaced && (
                  <span className="block text-sm font-normal text-ink-faint">{t('invoices.replaced')}</span>
                )}
              </>
            ),
          },
          { id: 'kind', header: t('invoices.kind'), cell: (paper) => t(`invoices.paper.${paper.kind}`) },
          { id: 'day', header: t('invoices.issuedOn'), cell: (paper) => <Day value={paper.issuedOn} /> },
          {
            id: 'amount',
            header: t('invoices.amount'),
            numeric: true,
            cell: (paper) => <Money value={paper.amount} />,
          },
          {
            id: 'file',
            header: t('invoices.file'),
            cell: (paper) => (
              <SeePaper
                id={paper.id}
                read={(api, paperId) =>
                  api('GET /invoice-requests/{id}/papers/{paperId}/file', { params: { id: invoice.id, paperId } })
                }
              >
                {t('invoices.see')}
              </SeePaper>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Items({ invoice }: { invoice: Invoice }) {
  const t = useT();
  return (
    <Card title={t('invoices.parts')}>
      <Table
        caption={t('invoices.parts')}
        rows={invoice.items}
        rowKey={(item) => item.supplierOrderId}
        sums={{ number: t('order.sum'), amount: <Money value={invoice.amount} /> }}
        columns={[
          {
            id: 'number',
            header: t('invoices.purchase'),
            rowHeader: true,
            cell: (item) => <span className="numeric">{item.purchaseNumber}</span>,
          },
          { id: 'day', header: t('invoices.acceptedOn'), cell: (item) => <Day value={item.acceptedOn} /> },
          { id: 'amount', header: t('invoices.amount'), numeric: true, cell: (item) => <Money value={item.amount} /> },
          {
            id: 'red',
            header: t('invoices.redNoted'),
            numeric: true,
            cell: (item) => (item.redNoted.amount === '0' ? '' : <Money value={item.redNoted} />),
          },
        ]}
      />
    </Card>
  );
}

function About({ invoice }: { invoice: Invoice }) {
  const t = useT();
  const { payer } = invoice;
  const bank = (['address', 'phone', 'bankName', 'bankAccount'] as const).filter((field) => payer[field] !== '');
  return (
    <Card title={t('invoices.payer')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <InvoiceBadge state={invoice.state} /> },
          ...(invoice.dueOn === null ? [] : [{ term: t('invoices.due'), detail: <Day value={invoice.dueOn} /> }]),
          { term: t('invoices.kind'), detail: t(`invoices.kind.${payer.kind}`) },
          { term: t('invoices.payerTitle'), detail: payer.title },
          {
            term: t('invoices.taxpayerNumber'),
            detail:
              payer.taxpayerNumber === '' ? (
                t('invoices.person')
              ) : (
                <span className="numeric break-all">{payer.taxpayerNumber}</span>
              ),
          },
          ...bank.map((field) => ({ term: t(`invoices.${field}`), detail: payer[field] })),
          ...(invoice.requestedBy ? [{ term: t('invoices.by'), detail: invoice.requestedBy }] : []),
        ]}
      />
    </Card>
  );
}

/** One request for an invoice with all that is needed to answer it. */
export function InvoicePage() {
  const t = useT();
  const locale = useLocale();
  const { id = '' } = useParams();
  const query = useApi('GET /invoice-requests/{id}', { params: { id } });
  const invoice = query.data;
  return (
    <Page
      title={
        invoice
          ? t('invoices.one', {
              name: invoice.organisation?.name ?? invoice.title,
              month: formatDate(invoice.month, locale),
            })
          : t('menu.invoices')
      }
      back={{ to: '/ordering/invoices', word: t('menu.invoices') }}
      history={{ kind: 'invoiceRequest', id }}
      actions={invoice && <Acts invoice={invoice} />}
    >
      <Whole query={query}>
        {(shown) => (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-5">
              {shown.reason !== '' && <Notice title={t('invoices.reason')}>{shown.reason}</Notice>}
              {shown.correction.amount !== '0' && (
                <Notice tone="attention" title={t('invoices.redDue')}>
                  <Money value={shown.correction} /> · <Day value={shown.correctionDueOn} />
                </Notice>
              )}
              <Items invoice={shown} />
              <Papers invoice={shown} />
            </div>
            <About invoice={shown} />
          </div>
        )}
      </Whole>
    </Page>
  );
}
