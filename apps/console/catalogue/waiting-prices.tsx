import { useQueryClient } from '@tanstack/react-query';
import { Button, Notice, routeKey, useApi, useProblemText, useSend } from '@xihuo/ui';
import { useT } from '../words';

/** Prices beyond the band, mostly left by a table: how many wait, and one button that hands them in together. */
export function WaitingPrices({ supplierId }: { supplierId: string }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const at = { params: { supplierId } };
  const { data } = useApi('GET /suppliers/{supplierId}/price-changes', at);
  const send = useSend('POST /suppliers/{supplierId}/price-changes/submit', {
    onSuccess: (next) => queries.setQueryData(routeKey('GET /suppliers/{supplierId}/price-changes', at), next),
  });
  if (!data) return null;
  const { products, packs, withOthers, unsound, submitted } = data;
  const lines = [
    unsound > 0 && t('bulk.waitUnsound', { count: unsound }),
    withOthers > 0 && t('bulk.waitOthers', { count: withOthers }),
    submitted > 0 && t('bulk.waitSubmitted', { count: submitted }),
  ].filter((line) => line !== false);
  if (products === 0 && lines.length === 0) return null;
  return (
    <div className="mb-4">
      <Notice
        tone={products > 0 || unsound > 0 ? 'attention' : 'info'}
        title={products > 0 ? t('bulk.wait', { products, packs }) : t('bulk.waitTitle')}
      >
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {products > 0 && (
          <Button
            data-act="POST /suppliers/{supplierId}/price-changes/submit"
            look="secondary"
            size="small"
            pending={send.isPending}
            onClick={() => send.mutate(at)}
          >
            {t('bulk.submitAll')}
          </Button>
        )}
        {send.error && <p className="text-cinnabar">{problemText(send.error)}</p>}
      </Notice>
    </div>
  );
}
