import { useQueryClient } from '@tanstack/react-query';
import { Button, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { WitnessDialog } from '../witness-dialog';
import type { Work } from './parts';

/** A record that waits for the worker was signed on paper before somebody: it stands once nobody contests it. */
export function WitnessWork({ work }: { work: Work }) {
  const t = useT();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const { id, version } = work;
  const send = useSend('POST /benefit/work/{id}/witness', {
    onSuccess: () => {
      toast(t('work.witnessDone'));
      setOpen(false);
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  return (
    <>
      <Button data-act="POST /benefit/work/{id}/witness" look="secondary" onClick={() => setOpen(true)}>
        {t('delivery.witness')}
      </Button>
      {open && (
        <WitnessDialog
          of={work}
          title={t('delivery.witness')}
          lead={t('work.witnessLead')}
          send={send}
          onSubmit={(body) => send.mutate({ params: { id }, version, body })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
