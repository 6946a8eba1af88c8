import {
  Button,
  Card,
  forgetIdempotencyKey,
  formatDateTime,
  idempotencyKey,
  Notice,
  TextArea,
  useLocale,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';
import type { Purchase } from './organisation';

interface DecideProps {
  purchase: Purchase;
  reload: () => void;
}

/** The approval chain with what has been decided, and the word of whoever is next. */
export function Decide({ purchase, reload }: DecideProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card title={t('business.chain')}>
      {purchase.steps.length === 0 ? (
        <p className="text-ink-soft">{t('business.chain.none')}</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {purchase.steps.map((step) => (
            <li key={step.level} className="flex flex-wrap justify-between gap-x-4">
              <span>{t('business.chain.level', { level: step.level })}</span>
              <span className="text-ink-soft">
                {step.decision
                  ? t(`business.chain.${step.decision}`, { name: step.by ?? '' })
                  : t('business.chain.waits')}
                {step.at && ` · ${formatDateTime(step.at, locale)}`}
                {step.note && (
                  <>
                    {' · '}
                    <span lang="zh-CN">{step.note}</span>
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      {(purchase.can.approve || purchase.can.withdraw) && <Word {...{ purchase, reload }} />}
    </Card>
  );
}

function Word({ purchase, reload }: DecideProps) {
  const t = useT();
  const problemText = useProblemText();
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const params = { id: purchase.id };
  const scope = `approve.${purchase.id}`;
  const onSuccess = () => {
    forgetIdempotencyKey(scope);
    reload();
  };
  const approve = useSend('POST /purchase-orders/{id}/approve', { onSuccess });
  const reject = useSend('POST /purchase-orders/{id}/reject', { onSuccess });
  const withdraw = useSend('POST /purchase-orders/{id}/withdraw', { onSuccess });
  const error = approve.error ?? reject.error ?? withdraw.error;
  const rejectIt = () => {
    setMissing(note.trim() === '');
    if (note.trim() !== '') reject.mutate({ params, body: { note } });
  };
  return (
    <div className="mt-4 flex flex-col gap-4">
      {purchase.can.approve && (
        <>
          <TextArea
            optional
            label={t('business.rejectNote')}
            rows={2}
            maxLength={500}
            value={note}
            error={isMissing ? t('business.rejectNoteMissing') : null}
            onChange={(event) => setNote(event.target.value)}
          />
          <div className="flex flex-wrap gap-3">
            <Button
              pending={approve.isPending}
              onClick={() =>
                approve.mutate({ params, body: { note }, idempotencyKey: idempotencyKey(scope, { note }) })
              }
            >
              {t('business.approve')}
            </Button>
            <Button look="secondary" pending={reject.isPending} onClick={rejectIt}>
              {t('business.reject')}
            </Button>
          </div>
        </>
      )}
      {purchase.can.withdraw && (
        <Button
          look="secondary"
          className="self-start"
          pending={withdraw.isPending}
          onClick={() => withdraw.mutate({ params, body: {} })}
        >
          {t('business.withdraw')}
        </Button>
      )}
      {error && <Notice tone="bad" urgent title={problemText(error)} />}
    </div>
  );
}
