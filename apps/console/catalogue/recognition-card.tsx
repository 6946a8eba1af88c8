import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Facts, Notice, routeKey, TextLink, toast, useApi, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { RecognitionBadge } from '../admission/products/states';
import { ReasonAct } from '../frame/act-dialog';
import { Day } from '../frame/when';
import { useT } from '../words';
import type { ProductKey } from './group-fields';
import { RecognitionAsk } from './recognition-ask';
import { RECOGNITION_READS, type Recognition } from './recognition-reads';

const OVER: readonly Recognition['state'][] = ['rejected', 'withdrawn', 'lapsed', 'revoked', 'superseded'];
function Withdraw({ recognition, onClose }: { recognition: Recognition; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const send = useSend('POST /admission/recognitions/{id}/withdraw', {
    onSuccess: () => {
      toast(t('recognitionAsk.withdrawn'));
      for (const route of RECOGNITION_READS) void queries.invalidateQueries({ queryKey: routeKey(route) });
      onClose();
    },
  });
  return (
    <ReasonAct
      title={t('recognitionAsk.withdraw')}
      submit={t('recognitionAsk.withdraw')}
      text={t('recognitionAsk.withdrawText')}
      label={t('act.reason')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(reason) =>
        send.mutate({ params: { id: recognition.id }, body: { reason }, version: recognition.version })
      }
      onClose={onClose}
    />
  );
}

function Stands({ recognition }: { recognition: Recognition }) {
  const t = useT();
  const [open] = recognition.notices.filter(({ state }) => state === 'open');
  return (
    <>
      <Facts
        facts={[
          { term: t('list.state'), detail: <RecognitionBadge state={recognition.state} /> },
          { term: t('recognition.issuer'), detail: recognition.issuer.name },
          ...(recognition.validUntil
            ? [{ term: t('recognition.validUntil'), detail: <Day value={recognition.validUntil} /> }]
            : []),
          ...(open ? [{ term: t('recognitionAsk.noticeUntil'), detail: <Day value={open.endsOn} /> }] : []),
          ...(recognition.reason ? [{ term: t('application.reason'), detail: recognition.reason }] : []),
        ]}
      />
      {recognition.state === 'correctionsRequested' && recognition.corrections.length > 0 && (
        <div className="mt-3">
          <Notice tone="attention" title={t('dossierForm.corrections')}>
            <ul className="list-disc ps-5">
              {recognition.corrections.map(({ pointer, note }) => (
                <li key={pointer}>{note}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <TextLink to={`/admission/recognitions/${recognition.id}`}>{t('recognitionAsk.whole')} →</TextLink>
    </>
  );
}

/** How the recognition of a product stands, and the supplier's own steps with it. */
export function RecognitionCard(product: ProductKey) {
  const t = useT();
  const [act, setAct] = useState<'ask' | 'again' | 'withdraw' | null>(null);
  const { data: own } = useApi('GET /suppliers/{supplierId}/products/{productId}', { params: product });
  const id = own?.recognition?.id ?? null;
  const query = useApi('GET /admission/recognitions/{id}', { params: { id: id ?? '' } }, { enabled: id !== null });
  const recognition = id === null ? null : (query.data ?? null);
  const may = (action: string) => recognition?.actions.some((one) => one.action === action && one.allowed) ?? false;
  const approved = own?.dossier?.state === 'approved' || own?.maySell;
  const mayAsk = own !== undefined && (id === null || (recognition !== null && OVER.includes(recognition.state)));
  return (
    <Card title={t('recognition.title')}>
      {recognition ? <Stands recognition={recognition} /> : <p className="text-ink-soft">{t('recognitionAsk.none')}</p>}
      <div className="mt-3 flex flex-wrap gap-3">
        {mayAsk && (
          <Button
            data-act="POST /admission/recognitions"
            size="small"
            look="secondary"
            unavailable={!approved}
            onClick={() => setAct('ask')}
          >
            {t('recognitionAsk.title')}
          </Button>
        )}
        {may('resubmit') && (
          <Button data-act="POST /admission/recognitions/{id}/resubmit" size="small" onClick={() => setAct('again')}>
            {t('recognitionAsk.again')}
          </Button>
        )}
        {may('withdraw') && (
          <Button
            data-act="POST /admission/recognitions/{id}/withdraw"
            size="small"
            look="quiet"
            onClick={() => setAct('withdraw')}
          >
            {t('recognitionAsk.withdraw')}
          </Button>
        )}
      </div>
      {mayAsk && !approved && <p className="mt-2 text-sm text-ink-faint">{t('recognitionAsk.notYet')}</p>}
      {act === 'ask' && <RecognitionAsk product={product} before={null} onClose={() => setAct(null)} />}
      {act === 'again' && recognition && (
        <RecognitionAsk product={product} before={recognition} onClose={() => setAct(null)} />
      )}
      {act === 'withdraw' && recognition && <Withdraw recognition={recognition} onClose={() => setAct(null)} />}
    </Card>
  );
}
