import { useQueryClient } from '@tanstack/react-query';
import { Button, TextArea, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../frame/act-dialog';
import { useT } from '../words';
import type { Delivery } from './delivery-parts';
import { useLotPaper } from './lot-paper';

function ObjectDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const paper = useLotPaper({
    ...{ supplierId: delivery.supplier.id, label: t('objectFor.paper'), hint: t('objectFor.paperHint') },
    error: tried ? t('paperProof.missing') : null,
  });
  const send = useSend('POST /supplier/deliveries/{id}/objection', {
    onSuccess: () => {
      toast(t('objectFor.done'));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const submit = () => {
    setTried(true);
    if (reason.trim().length < 2 || paper.id === null) return;
    const body = { reason: reason.trim(), paperId: paper.id };
    send.mutate({ params: { id: delivery.id }, version: delivery.version, body });
  };
  return (
    <ActDialog
      title={t('objectFor.title')}
      submit={t('objectFor.submit')}
      text={t('objectFor.text', { household: delivery.household.displayName })}
      pending={send.isPending || paper.pending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label={t('objectFor.reason')}
        maxLength={500}
        value={reason}
        error={tried && reason.trim().length < 2 ? t('act.missing') : null}
        onChange={(event) => setReason(event.target.value)}
      />
      {paper.picker}
    </ActDialog>
  );
}

/** A household without a phone says that it was not so: whoever it told writes it down in its name. */
export function ObjectFor({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {t('objectFor.title')}
      </Button>
      {open && <ObjectDialog delivery={delivery} onClose={() => setOpen(false)} />}
    </>
  );
}
