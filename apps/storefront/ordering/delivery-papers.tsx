import {
  Button,
  ErrorState,
  formatDate,
  Loading,
  Notice,
  Skeleton,
  toast,
  useApi,
  useApiClient,
  useLocale,
  useProblemText,
  type ApiProblem,
} from '@xihuo/ui';
import { useState } from 'react';
import { saveFile } from '../frame/save-file';
import { useT } from '../words';
import { orderHeaders } from './order-keys';

interface DeliveryPapersProps {
  orderId: string;
  parcelId: string;
  token: string | undefined;
}

/** What goes with a parcel: asked for once it is opened, and taken as one file. */
export function DeliveryPapers(props: DeliveryPapersProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details className="mt-1" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-target items-center text-sm text-green underline-offset-4 hover:underline">
        {t('papers.open')}
      </summary>
      {open && <Papers {...props} />}
    </details>
  );
}

function Papers({ orderId, parcelId, token }: DeliveryPapersProps) {
  const t = useT();
  const locale = useLocale();
  const headers = orderHeaders(token);
  const { data, error, refetch } = useApi('GET /orders/{id}/parcels/{parcelId}/papers', {
    params: { id: orderId, parcelId },
    headers,
  });
  if (!data && error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Loading>
        <Skeleton className="h-24" />
      </Loading>
    );
  }
  return (
    <div className="flex flex-col items-start gap-2 pb-2">
      <p className="text-sm text-ink-soft">
        {data.papers.length === 0 ? t('papers.none') : t('papers.day', { day: formatDate(data.day, locale) })}
      </p>
      {data.missing.length > 0 && (
        <Notice tone="attention" title={t('papers.missing')}>
          <ul>
            {data.missing.map(({ kind, lotCode, productName }) => (
              <li key={`${kind} ${lotCode}`}>
                {t('papers.missingOne', { name: t(`papers.kind.${kind}`), lot: lotCode, product: productName })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ul className="w-full divide-y divide-line">
        {data.papers.map((paper) => (
          <li key={`${paper.kind} ${paper.number} ${paper.lotCode}`} className="py-1.5">
            <span className="font-medium">{t(`papers.kind.${paper.kind}`)}</span>{' '}
            <span className="font-mono text-sm break-all">{paper.number}</span>
            <span className="flex flex-wrap gap-x-3 text-sm text-ink-faint">
              {paper.lotCode && <span>{t('order.fromLot', { code: paper.lotCode })}</span>}
              {paper.validUntil && <span>{t('papers.until', { day: formatDate(paper.validUntil, locale) })}</span>}
              {!paper.hasFile && <span>{t('papers.numberOnly')}</span>}
            </span>
          </li>
        ))}
      </ul>
      {data.papers.length > 0 && (
        <TakeAll orderId={orderId} parcelId={parcelId} token={token} number={data.orderNumber} />
      )}
    </div>
  );
}

function TakeAll({ orderId, parcelId, token, number }: DeliveryPapersProps & { number: string }) {
  const t = useT();
  const api = useApiClient();
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);
  const take = async () => {
    setPending(true);
    try {
      const params = { id: orderId, parcelId };
      const file = await api('GET /orders/{id}/parcels/{parcelId}/papers/file', {
        params,
        headers: orderHeaders(token),
      });
      saveFile(file as Blob, `${t('papers.open')}-${number}.zip`);
    } catch (problem) {
      toast(problemText(problem as ApiProblem), 'bad');
    } finally {
      setPending(false);
    }
  };
  return (
    <Button look="secondary" size="small" pending={pending} onClick={() => void take()}>
      {t('papers.take')}
    </Button>
  );
}
