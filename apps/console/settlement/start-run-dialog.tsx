import { useQueryClient } from '@tanstack/react-query';
import { time } from '@xihuo/kernel';
import {
  Button,
  Dialog,
  forgetIdempotencyKey,
  idempotencyKey,
  routeKey,
  TextField,
  toast,
  useApi,
  useSend,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { Problem } from '../frame/problem';
import { useT } from '../words';

const SCOPE = 'settlement-run';
const FORM = 'start-run';

/** Asks for the day up to which to settle; proposes yesterday by the server's clock, the last day that is over. */
export function StartRunDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const instance = useApi('GET /instance', {}, { staleTime: 0 });
  const yesterday = instance.data && time.addDays(time.businessDate(new Date(instance.data.now)), -1);
  const [chosen, setChosen] = useState<string | null>(null);
  const periodEnd = chosen ?? yesterday ?? '';
  const send = useSend('POST /settlement/runs', {
    onSuccess: () => {
      forgetIdempotencyKey(SCOPE);
      toast(t('runs.started'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /settlement/runs') });
      void queries.invalidateQueries({ queryKey: routeKey('GET /settlement/statements') });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { periodEnd };
    if (periodEnd !== '' && !send.isPending) send.mutate({ body, idempotencyKey: idempotencyKey(SCOPE, body) });
  };
  return (
    <Dialog
      title={t('runs.start')}
      open
      onClose={onClose}
      actions={
        <>
          <Button look="secondary" onClick={onClose}>
            {t('runs.cancel')}
          </Button>
          <Button type="submit" form={FORM} look="accent" pending={send.isPending}>
            {t('runs.submit')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate onSubmit={submit} className="flex flex-col gap-5">
        <Problem problem={send.error} />
        <p className="text-ink-soft">{t('runs.startText')}</p>
        <TextField
          type="date"
          label={t('runs.periodEnd')}
          hint={t('runs.periodHint')}
          max={yesterday}
          value={periodEnd}
          onChange={(event) => setChosen(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
