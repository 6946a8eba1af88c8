import { useQueryClient } from '@tanstack/react-query';
import { Button, toast, useSend, type Input, type RouteKey } from '@xihuo/ui';
import { useState } from 'react';
import { ObjectDialog } from '../frame/object-dialog';
import { useT } from '../words';
import { usePaper } from './paper';

interface Said {
  reason: string;
  paperId: string;
}

interface ObjectForProps<K extends RouteKey> {
  route: K;
  of: { supplier: { id: string }; household: { id: string; displayName: string } };
  input: (body: Said) => Input<K>;
  size?: 'small';
}

function ObjectToLine<K extends RouteKey>({ route, of, input, onClose }: ObjectForProps<K> & { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const paper = usePaper({
    ...{ supplierId: of.supplier.id, householdId: of.household.id },
    ...{ label: t('objectFor.paper'), hint: t('objectFor.paperHint') },
    error: tried ? t('paperProof.missing') : null,
  });
  const send = useSend(route, {
    onSuccess: () => {
      toast(t('objectFor.done'));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  return (
    <ObjectDialog
      household={of.household.displayName}
      {...{ paper, send, onClose }}
      onTried={() => setTried(true)}
      onSubmit={(said) => send.mutate(input(said))}
    />
  );
}

/** A household without a phone says that something is wrong: whoever it told writes it down, with the sheet it signed. */
export function ObjectFor<K extends RouteKey>({ size, ...props }: ObjectForProps<K>) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        data-act={props.route}
        look="secondary"
        {...(size ? { size, className: 'whitespace-nowrap', 'aria-label': t('objectFor.title') } : {})}
        onClick={() => setOpen(true)}
      >
        {t(size ? 'objectFor.submit' : 'objectFor.title')}
      </Button>
      {open && <ObjectToLine {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
