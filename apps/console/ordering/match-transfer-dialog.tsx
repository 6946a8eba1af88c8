import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Dialog,
  forgetIdempotencyKey,
  idempotencyKey,
  Money,
  Notice,
  routeKey,
  TextArea,
  TextField,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../words';
import type { Transfer } from './transfers-page';

const FORM = 'match-transfer';

/** By hand, with the reason: what no code says somebody vouches for. */
export function MatchTransferDialog({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [purchaseNumber, setNumber] = useState('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const scope = `match.${transfer.id}`;
  const send = useSend('POST /bank-transfers/{id}/match', {
    onSuccess: () => {
      forgetIdempotencyKey(scope);
      void queries.invalidateQueries({ queryKey: routeKey('GET /bank-transfers') });
      onClose();
    },
  });
  const isNumber = /^\d{16}$/.test(purchaseNumber.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isNumber || note.trim() === '' || send.isPending) return;
    const body = { purchaseNumber: purchaseNumber.trim(), note };
    send.mutate({ params: { id: transfer.id }, body, idempotencyKey: idempotencyKey(scope, body) });
  };
  return (
    <Dialog
      title={t('transfers.match')}
      open
      onClose={onClose}
      actions={
        <>
          <Button look="secondary" onClick={onClose}>
            {t('transfers.cancel')}
          </Button>
          <Button type="submit" form={FORM} pending={send.isPending}>
            {t('transfers.doMatch')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {send.error && <Notice urgent tone="bad" title={problemText(send.error)} />}
        <p>
          <span lang="zh-CN">{transfer.payerName}</span> <Money value={transfer.amount} />
        </p>
        <TextField
          label={t('transfers.number')}
          inputMode="numeric"
          maxLength={16}
          value={purchaseNumber}
          error={isTried && !isNumber ? t('transfers.fillIn') : null}
          onChange={(event) => setNumber(event.target.value)}
        />
        <TextArea
          label={t('transfers.why')}
          rows={2}
          maxLength={300}
          value={note}
          error={isTried && note.trim() === '' ? t('transfers.fillIn') : null}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
