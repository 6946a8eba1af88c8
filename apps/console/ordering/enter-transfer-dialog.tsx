import { useQueryClient } from '@tanstack/react-query';
import { forgetIdempotencyKey, idempotencyKey, routeKey, TextField, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { fenOf } from '../catalogue/yuan';
import { ActDialog } from '../frame/act-dialog';
import { useT } from '../words';

const SCOPE = 'bank-transfer';
const EMPTY = { bankReference: '', receivedOn: '', yuan: '', payerName: '', remark: '' };

/** A transfer as the bank shows it: entered once, whoever enters it. */
export function EnterTransferDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const send = useSend('POST /bank-transfers', {
    onSuccess: ({ bankReference }) => {
      forgetIdempotencyKey(SCOPE);
      toast(t('transfers.saved', { reference: bankReference }));
      void queries.invalidateQueries({ queryKey: routeKey('GET /bank-transfers') });
      onClose();
    },
  });
  const fen = fenOf(draft.yuan);
  const { yuan: _yuan, ...told } = draft;
  const submit = () => {
    setTried(true);
    if (fen === null || !draft.bankReference || !draft.receivedOn || !draft.payerName) return;
    const body = { ...told, amount: { amount: fen, currency: 'CNY' as const } };
    send.mutate({ body, idempotencyKey: idempotencyKey(SCOPE, body) });
  };
  const field = (key: keyof typeof EMPTY, isMissing = draft[key].trim() === '') => ({
    value: draft[key],
    error: isTried && isMissing ? t('transfers.fillIn') : null,
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value }),
  });
  return (
    <ActDialog
      title={t('transfers.enter')}
      submit={t('transfers.save')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label={t('transfers.reference')} maxLength={60} {...field('bankReference')} />
      <TextField label={t('transfers.receivedOn')} type="date" {...field('receivedOn')} />
      <TextField label={t('transfers.amountYuan')} inputMode="decimal" {...field('yuan', fen === null)} />
      <TextField label={t('transfers.payer')} maxLength={100} {...field('payerName')} />
      <TextField label={t('transfers.remark')} optional maxLength={200} {...field('remark', false)} />
    </ActDialog>
  );
}
