import {
  Badge,
  Button,
  Card,
  forgetIdempotencyKey,
  formatDate,
  idempotencyKey,
  Money,
  Notice,
  routeKey,
  toast,
  useApi,
  useApiClient,
  useLocale,
  useProblemText,
  useSend,
  type Output,
} from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileButton } from '../business/file-button';
import { useT } from '../words';
import { AskFirst } from './ask-first';
import { invoiceTones } from './invoice-tones';
import { keptPayer, payerFaults, payerOf, type PayerDraft } from './invoice-payer';
import { orderHeaders } from './order-keys';
import { PayerFields } from './payer-fields';
import { WrongInvoice } from './wrong-invoice';

type Own = Output<'GET /orders/{id}/invoices'>;
type Invoice = Own['data'][number]['invoice'];

interface Asked {
  orderId: string;
  token: string | undefined;
}

function useReload() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: routeKey('GET /orders/{id}/invoices') });
}

/** One request: how it stands, and the papers of it. */
function Request({ invoice, orderId, token }: Asked & { invoice: Invoice }) {
  const t = useT();
  const locale = useLocale();
  const api = useApiClient();
  const problemText = useProblemText();
  const reload = useReload();
  const at = { params: { id: orderId, requestId: invoice.id }, headers: orderHeaders(token) };
  const withdraw = useSend('POST /orders/{id}/invoices/{requestId}/withdraw', {
    onSuccess: reload,
    onError: (problem) => toast(problemText(problem), 'bad'),
  });
  return (
    <li className="flex flex-col gap-1 py-3">
      <span className="flex flex-wrap items-center justify-between gap-x-4">
        <span>
          <span lang="zh-CN">{invoice.supplier.name}</span> <Money value={invoice.amount} />
        </span>
        <Badge tone={invoiceTones[invoice.state]}>{t(`ownInvoice.state.${invoice.state}`)}</Badge>
      </span>
      <span className="text-sm text-ink-faint">
        <span lang="zh-CN">{invoice.payer.title}</span> {invoice.payer.taxpayerNumber}
        {invoice.state === 'requested' && invoice.dueOn !== null && (
          <> · {t('ownInvoice.by', { date: formatDate(invoice.dueOn, locale) })}</>
        )}
      </span>
      {invoice.reason !== '' && (
        <span lang="zh-CN" className="text-sm text-ink-soft">
          {invoice.reason}
        </span>
      )}
      {invoice.papers.map((paper) => (
        <FileButton
          key={paper.id}
          word={t(`ownInvoice.paper.${paper.kind}`)}
          name={`${t(`ownInvoice.paper.${paper.kind}`)}-${paper.number}`}
          get={() =>
            api('GET /orders/{id}/invoices/{requestId}/papers/{paperId}/file', {
              params: { ...at.params, paperId: paper.id },
              headers: at.headers,
            })
          }
        />
      ))}
      {invoice.state === 'issued' && (
        <span className="-ms-3">
          <WrongInvoice {...{ orderId, token, requestId: invoice.id }} onSaid={reload} />
        </span>
      )}
      {invoice.state === 'requested' && (
        <span className="-ms-3">
          <AskFirst
            word={t('ownInvoice.withdraw')}
            title={t('ownInvoice.withdrawTitle')}
            text={t('ownInvoice.withdrawText')}
            yes={t('ownInvoice.withdraw')}
            pending={withdraw.isPending}
            onYes={() => withdraw.mutate({ ...at, body: {} })}
          />
        </span>
      )}
    </li>
  );
}

function Ask({ open, orderId, token }: Asked & { open: Own['open'] }) {
  const t = useT();
  const problemText = useProblemText();
  const reload = useReload();
  const kept = keptPayer.use();
  const draft: PayerDraft =
    kept.kind === 'none' ? { ...kept, kind: 'person', title: kept.title || t('ownInvoice.person') } : kept;
  const [isAsking, setAsking] = useState(false);
  const [isTried, setTried] = useState(false);
  const scope = `invoice.${orderId}`;
  const send = useSend('POST /orders/{id}/invoices', {
    onSuccess: () => {
      forgetIdempotencyKey(scope);
      setAsking(false);
      toast(t('ownInvoice.asked'));
      reload();
    },
  });
  const submit = () => {
    setTried(true);
    const payer = payerOf(draft);
    if (!payer || payerFaults(draft).length > 0) return;
    const body = { ...payer, supplierOrderIds: open.map(({ supplierOrderId }) => supplierOrderId) };
    const key = idempotencyKey(scope, body);
    send.mutate({ params: { id: orderId }, body, headers: orderHeaders(token), idempotencyKey: key });
  };
  if (!isAsking) {
    return (
      <Button look="secondary" className="mt-2 self-start" onClick={() => setAsking(true)}>
        {t('ownInvoice.ask')}
      </Button>
    );
  }
  return (
    <div className="mt-2 flex flex-col gap-4">
      <p className="text-sm text-ink-soft">{t('ownInvoice.eachSupplier', { count: open.length })}</p>
      <PayerFields draft={draft} faults={isTried ? payerFaults(draft) : []} kinds={['person', 'company']} />
      {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
      <Button className="self-start max-sm:w-full" pending={send.isPending} onClick={submit}>
        {t('ownInvoice.ask')}
      </Button>
    </div>
  );
}

/** Invoices of what somebody bought for themselves: what was asked for, what came, and the way to ask. */
export function OrderInvoices({ orderId, token }: Asked) {
  const t = useT();
  const { data } = useApi(
    'GET /orders/{id}/invoices',
    { params: { id: orderId }, headers: orderHeaders(token) },
    { staleTime: 0 },
  );
  if (!data || (data.data.length === 0 && data.open.length === 0)) return null;
  return (
    <Card title={t('ownInvoice.of')}>
      {data.data.length > 0 && (
        <ul className="divide-y divide-line">
          {data.data.map(({ invoice }) => (
            <Request key={invoice.id} invoice={invoice} orderId={orderId} token={token} />
          ))}
        </ul>
      )}
      {data.data.length === 0 && <p className="text-sm text-ink-soft">{t('ownInvoice.lead')}</p>}
      {data.open.length > 0 && <Ask open={data.open} orderId={orderId} token={token} />}
    </Card>
  );
}
