import { useQueryClient } from '@tanstack/react-query';
import { Button, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ObjectDialog } from '../frame/object-dialog';
import { useT } from '../words';
import type { Delivery } from './delivery-parts';
import { useLotPaper } from './lot-paper';

function ObjectToDelivery({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
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
  return (
    <ObjectDialog
      household={delivery.household.displayName}
      {...{ paper, send, onClose }}
      onTried={() => setTried(true)}
      onSubmit={(body) => send.mutate({ params: { id: delivery.id }, version: delivery.version, body })}
    />
  );
}

/** A household without a phone says that it was not so: whoever it told writes it down in its name. */
export function ObjectFor({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button data-act="POST /supplier/deliveries/{id}/objection" look="secondary" onClick={() => setOpen(true)}>
        {t('objectFor.title')}
      </Button>
      {open && <ObjectToDelivery delivery={delivery} onClose={() => setOpen(false)} />}
    </>
  );
}
