import {
  Button,
  Card,
  Facts,
  formatDate,
  LinkButton,
  Money,
  Notice,
  Table,
  TextArea,
  TextLink,
  useApi,
  useApiClient,
  useLocale,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { FileButton } from './file-button';
import { InvoiceBadge, type Invoice } from './invoice-parts';
import { ForBuyer } from './signed-in';

interface WithInvoice {
  invoice: Invoice;
  reload: () => void;
}

function Papers({ invoice }: { invoice: Invoice }) {
  const t = useT();
  const api = useApiClient();
  const locale = useLocale();
  if (invoice.papers.length === 0) return null;
  return (
    <Card title={t('business.invoice.papers')}>
      <ul className="flex flex-col gap-4">
        {invoice.papers.map((paper) => (
          <li key={paper.id} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              <span className="font-medium">{t(`business.invoice.paper.${paper.kind}`)}</span>{' '}
              <Money value={paper.amount} />
              {paper.isReplaced && <span className="text-ink-faint"> · {t('business.invoice.replaced')}</span>}
              <span className="numeric block text-sm break-all text-ink-soft">
                {paper.number} · {formatDate(paper.issuedOn, locale)}
              </span>
            </span>
            <FileButton
              word={t('business.invoice.download')}
              name={`${t(`business.invoice.paper.${paper.kind}`)}-${paper.number}`}
              get={() =>
                api('GET /invoice-requests/{id}/papers/{paperId}/file', {
                  params: { id: invoice.id, paperId: paper.id },
                })
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const SHORTEST = 4;

/** The buyer's word on an invoice: it is right, or what is wrong with it. */
function Check({ invoice, reload }: WithInvoice) {
  const t = useT();
  const problemText = useProblemText();
  const [isContesting, setContesting] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const confirm = useSend('POST /invoice-requests/{id}/confirm', { onSuccess: reload });
  const contest = useSend('POST /invoice-requests/{id}/contest', { onSuccess: reload });
  const isShort = reason.trim().length < SHORTEST;
  const params = { id: invoice.id };
  const problem = confirm.error ?? contest.error;
  const submit = () => {
    setTried(true);
    if (!isShort) contest.mutate({ params, body: { reason } });
  };
  return (
    <Card title={t('business.invoice.check')}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-soft">{t('business.invoice.checkText')}</p>
        {problem && <Notice tone="bad" urgent title={problemText(problem)} />}
        {isContesting && (
          <TextArea
            label={t('business.invoice.wrong')}
            maxLength={500}
            value={reason}
            error={isTried && isShort ? t('business.invoice.wrongShort') : null}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <div className="flex flex-wrap gap-3">
          {!isContesting && (
            <Button pending={confirm.isPending} onClick={() => confirm.mutate({ params, body: {} })}>
              {t('business.invoice.confirm')}
            </Button>
          )}
          <Button
            look="secondary"
            pending={contest.isPending}
            onClick={isContesting ? submit : () => setContesting(true)}
          >
            {t('business.invoice.contest')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function Withdraw({ invoice, reload }: WithInvoice) {
  const t = useT();
  const problemText = useProblemText();
  const send = useSend('POST /invoice-requests/{id}/withdraw', { onSuccess: reload });
  return (
    <div className="flex flex-col items-start gap-3">
      {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
      <Button
        look="secondary"
        pending={send.isPending}
        onClick={() => send.mutate({ params: { id: invoice.id }, body: {} })}
      >
        {t('business.invoice.withdraw')}
      </Button>
    </div>
  );
}

function About({ invoice }: { invoice: Invoice }) {
  const t = useT();
  const { payer } = invoice;
  const bank = (['address', 'phone', 'bankName', 'bankAccount'] as const).filter((field) => payer[field] !== '');
  return (
    <Card title={t('business.invoice.payer')}>
      <Facts
        facts={[
          { term: t('business.invoice.kind'), detail: t(`business.invoice.kind.${payer.kind}`) },
          { term: t('business.invoice.payerTitle'), detail: <span lang="zh-CN">{payer.title}</span> },
          {
            term: t('business.invoice.taxpayerNumber'),
            detail: <span className="numeric break-all">{payer.taxpayerNumber}</span>,
          },
          ...bank.map((field) => ({
            term: t(`business.invoice.${field}`),
            detail: <span lang="zh-CN">{payer[field]}</span>,
          })),
        ]}
      />
    </Card>
  );
}

function Items({ invoice }: { invoice: Invoice }) {
  const t = useT();
  const locale = useLocale();
  const hasRed = invoice.items.some((item) => item.redNoted.amount !== '0');
  return (
    <Table
      caption={t('business.invoice.parts')}
      rows={invoice.items}
      rowKey={(item) => item.supplierOrderId}
      sums={{ number: t('business.total'), amount: <Money value={invoice.amount} /> }}
      columns={[
        {
          id: 'number',
          header: t('business.orders'),
          rowHeader: true,
          cell: (item) => <span className="numeric">{item.purchaseNumber}</span>,
        },
        {
          id: 'day',
          header: t('business.invoice.acceptedOn'),
          cell: (item) => item.acceptedOn && formatDate(item.acceptedOn, locale),
        },
        {
          id: 'amount',
          header: t('business.invoice.amount'),
          numeric: true,
          cell: (item) => <Money value={item.amount} />,
        },
        ...(hasRed
          ? [
              {
                ...{ id: 'red', header: t('business.invoice.redNoted'), numeric: true },
                cell: (item: Invoice['items'][number]) => <Money value={item.redNoted} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Whole({ invoice, reload }: WithInvoice) {
  const t = useT();
  const locale = useLocale();
  return (
    <NarrowPage>
      <PageTitle small lead={<span lang="zh-CN">{invoice.supplier.name}</span>}>
        {t('business.invoice.one', { month: formatDate(invoice.month, locale) })}
      </PageTitle>
      <div className="flex flex-col gap-4">
        <p role="status" className="flex flex-wrap items-baseline gap-3">
          <InvoiceBadge state={invoice.state} />
          {invoice.dueOn !== null && (
            <span>
              {t(invoice.state === 'issued' ? 'business.invoice.checkBy' : 'business.invoice.supplierBy', {
                day: formatDate(invoice.dueOn, locale),
              })}
            </span>
          )}
          {invoice.organisation && (
            <TextLink to={`/business/${invoice.organisation.id}/invoices?month=${invoice.month}`}>
              {t('business.invoice.back')}
            </TextLink>
          )}
        </p>
        {invoice.reason !== '' && (
          <Notice title={t('business.invoice.reason')}>
            <span lang="zh-CN">{invoice.reason}</span>
          </Notice>
        )}
        {invoice.correction.amount !== '0' && (
          <Notice tone="attention" title={t('business.invoice.redDue')}>
            <Money value={invoice.correction} />
            {invoice.correctionDueOn !== null &&
              ` · ${t('business.invoice.supplierBy', { day: formatDate(invoice.correctionDueOn, locale) })}`}
          </Notice>
        )}
        <Papers invoice={invoice} />
        {invoice.state === 'issued' && <Check {...{ invoice, reload }} />}
        <Card title={t('business.invoice.parts')}>
          <Items invoice={invoice} />
        </Card>
        <About invoice={invoice} />
        {invoice.state === 'requested' && <Withdraw {...{ invoice, reload }} />}
      </div>
    </NarrowPage>
  );
}

/** One invoice that was asked for: what it is over, what was issued, what is to be said about it. */
export function InvoicePage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /invoice-requests/{id}', { params: { id } }, { staleTime: 0 });
  return (
    <ForBuyer
      query={query}
      missing={t('business.invoice.missing')}
      action={<LinkButton to="/business">{t('business.order.back')}</LinkButton>}
    >
      {(invoice, reload) => <Whole {...{ invoice, reload }} />}
    </ForBuyer>
  );
}
