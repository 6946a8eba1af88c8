import { useQueryClient } from '@tanstack/react-query';
import { Button, Notice, TextField, toast, useProblemText, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../frame/act-dialog';
import { Moment } from '../frame/when';
import { useT } from '../words';
import type { Agreement } from './parts';

function CodeDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const { id, version } = agreement;
  const sent = useSend('POST /benefit/agreements/{id}/code');
  const sign = useSend('POST /benefit/agreements/{id}/sign-by-code', {
    onSuccess: () => {
      toast(t('byCode.done'));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const typed = code.normalize('NFKC').trim();
  const whole = /^\d{6}$/.test(typed);
  const submit = () => {
    if (!sent.data) return sent.mutate({ params: { id } });
    setTried(true);
    if (whole) sign.mutate({ params: { id }, version, body: { code: typed } });
  };
  const wrong = sign.error?.code === 'WRONG_CODE';
  return (
    <ActDialog
      title={t('byCode.title')}
      submit={t(sent.data ? 'byCode.submit' : 'byCode.send')}
      text={t('byCode.lead', { household: agreement.household.displayName })}
      pending={sent.isPending || sign.isPending}
      problem={sent.error ?? (wrong ? null : sign.error)}
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
            className="numeric text-center text-2xl tracking-[0.3em]"
            value={code}
            error={wrong ? problemText(sign.error) : tried && !whole ? t('byCode.malformed') : null}
            onChange={(event) => setCode(event.target.value)}
          />
        </>
      )}
    </ActDialog>
  );
}

/** The household signs at the desk: the clerk has a code sent to its phone, the household reads it out. */
export function SignByCode({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button data-act="POST /benefit/agreements/{id}/sign-by-code" onClick={() => setOpen(true)}>
        {t('byCode.title')}
      </Button>
      {open && <CodeDialog agreement={agreement} onClose={() => setOpen(false)} />}
    </>
  );
}
