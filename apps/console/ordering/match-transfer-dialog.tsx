import { useQueryClient } from '@tanstack/react-query';
import { forgetIdempotencyKey, idempotencyKey, Money, routeKey, TextArea, TextField, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../frame/act-dialog';
import { useT } from '../words';
import { Standing } from './transfer-steps';
import type { Transfer } from './transfers-page';

/** By hand, with the reason: what no code says somebody vouches for. */
export function MatchTransferDialog({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const t = useT();
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
  const submit = () => {
    setTried(true);
    if (!isNumber || note.trim() === '') return;
    const body = { purchaseNumber: purchaseNumber.trim(), note };
    const { id, version } = transfer;
    send.mutate({ params: { id }, version, body, idempotencyKey: idempotencyKey(scope, body) });
  };
  return (
    <ActDialog
      title={t('transfers.match')}
      submit={t('transfers.doMatch')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <span lang="zh-CN">{transfer.payerName}</span> <Money value={transfer.amount} />
      </p>
      <Standing row={transfer} />
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
    </ActDialog>
  );
}
