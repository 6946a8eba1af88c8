import { useQueryClient } from '@tanstack/react-query';
import { Button, forgetIdempotencyKey, idempotencyKey, routeKey, Select, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../frame/act-dialog';
import { useT } from '../words';
import type { Task } from './state';

const REASONS = ['soldOut', 'spoiled', 'other'] as const;

/** What has not left never will: cancelled and paid back at once, so it is asked twice. */
export function EndShort({ task }: { task: Task }) {
  const t = useT();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<(typeof REASONS)[number]>('soldOut');
  const scope = `short-${task.id}`;
  const send = useSend('POST /supplier/orders/{id}/short-delivery', {
    onSuccess: () => {
      forgetIdempotencyKey(scope);
      toast(t('claim.shortDone'));
      setAsking(false);
      for (const route of ['GET /supplier/orders', 'GET /supplier/orders/{id}'] as const)
        void queries.invalidateQueries({ queryKey: routeKey(route) });
    },
  });
  const submit = () =>
    send.mutate({ params: { id: task.id }, body: { reason }, idempotencyKey: idempotencyKey(scope, { reason }) });
  return (
    <>
      <Button data-act="POST /supplier/orders/{id}/short-delivery" look="secondary" onClick={() => setAsking(true)}>
        {t('claim.short')}
      </Button>
      {asking && (
        <ActDialog
          title={t('claim.short')}
          submit={t('claim.short')}
          look="danger"
          text={t('claim.shortText')}
          pending={send.isPending}
          problem={send.error}
          onClose={() => setAsking(false)}
          onSubmit={submit}
        >
          <Select
            label={t('claim.reason')}
            value={reason}
            choices={REASONS.map((value) => ({ value, label: t(`claim.reason.${value}`) }))}
            onChange={(event) => setReason(REASONS.find((one) => one === event.target.value) ?? 'soldOut')}
          />
        </ActDialog>
      )}
    </>
  );
}
