import { useQueryClient } from '@tanstack/react-query';
import { Button, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';
import type { OutsidePayment } from './parts';
import { WitnessDialog } from './witness-dialog';

/** The household signed for the money before a witness; it may still say within some days that it did not get it. */
export function WitnessPayment({
  payment,
  household,
}: {
  payment: OutsidePayment;
  household: NonNullable<OutsidePayment['household']>;
}) {
  const t = useT();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const { id, version } = payment;
  const send = useSend('POST /benefit/outside-payments/{id}/witness', {
    onSuccess: () => {
      toast(t('outside.witness.done'));
      setOpen(false);
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  return (
    <>
      <Button
        data-act="POST /benefit/outside-payments/{id}/witness"
        look="secondary"
        size="small"
        onClick={() => setOpen(true)}
      >
        {t('outside.witness')}
      </Button>
      {open && (
        <WitnessDialog
          of={{ supplier: payment.supplier, household }}
          title={t('outside.witness')}
          lead={t('outside.witness.lead')}
          send={send}
          onSubmit={(body) => send.mutate({ params: { id }, version, body })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
