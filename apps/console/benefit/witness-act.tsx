import { useQueryClient } from '@tanstack/react-query';
import { Button, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';
import type { Agreement } from './parts';
import { WitnessDialog } from './witness-dialog';

/** The household signed on paper before a witness: who, when, and the photo of the sheet. */
export function WitnessAct({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const { id, version } = agreement;
  const send = useSend('POST /benefit/agreements/{id}/witness', {
    onSuccess: () => {
      toast(t('witness.done'));
      setOpen(false);
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  return (
    <>
      <Button data-act="POST /benefit/agreements/{id}/witness" look="secondary" onClick={() => setOpen(true)}>
        {t('witness.title')}
      </Button>
      {open && (
        <WitnessDialog
          of={agreement}
          title={t('witness.title')}
          lead={t('witness.lead')}
          send={send}
          onSubmit={(body) => send.mutate({ params: { id }, version, body })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
