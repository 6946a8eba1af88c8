import { useQueryClient } from '@tanstack/react-query';
import { Notice, TextField, toast, useApi, useProblemText, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../frame/act-dialog';
import { Moment } from '../frame/when';
import { useT } from '../words';

/** The household stands at the scale: its phone gets a code, and it types it in here. */
export function ConfirmByCode({ id, household, onClose }: { id: string; household: string; onClose: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const params = { id };
  const delivery = useApi('GET /supplier/deliveries/{id}', { params });
  const sent = useSend('POST /supplier/deliveries/{id}/code');
  const confirm = useSend('POST /supplier/deliveries/{id}/confirmation', {
    onSuccess: () => {
      toast(t('delivery.confirmedNow', { household }));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const typed = code.normalize('NFKC').trim();
  const whole = /^\d{6}$/.test(typed);
  const submit = () => {
    if (!sent.data) return sent.mutate({ params });
    setTried(true);
    const version = delivery.data?.version;
    if (whole && version !== undefined) confirm.mutate({ params, version, body: { code: typed } });
  };
  const wrong = confirm.error?.code === 'WRONG_CODE';
  return (
    <ActDialog
      title={t('delivery.byCode')}
      submit={t(sent.data ? 'delivery.confirm' : 'byCode.send')}
      text={t('delivery.byCodeText', { household })}
      pending={sent.isPending || confirm.isPending}
      problem={sent.error ?? (wrong ? null : confirm.error) ?? delivery.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {sent.data && (
        <>
          <Notice tone="good" title={t('byCode.sent', { count: sent.data.phones })}>
            {t('byCode.until')} <Moment value={sent.data.expiresAt} />
          </Notice>
          <TextField
            label={t('byCode.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            className="numeric min-h-15 text-center text-2xl tracking-[0.3em]"
            value={code}
            error={wrong ? problemText(confirm.error) : tried && !whole ? t('byCode.malformed') : null}
            onChange={(event) => setCode(event.target.value)}
          />
        </>
      )}
    </ActDialog>
  );
}
