import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Dialog,
  forgetIdempotencyKey,
  idempotencyKey,
  Notice,
  routeKey,
  TextField,
  toast,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../words';
import { fenOf } from '../catalogue/yuan';

const SCOPE = 'bank-transfer';
const FORM = 'enter-transfer';
const EMPTY = { bankReference: '', receivedOn: '', yuan: '', payerName: '', remark: '' };

/** A transfer as the bank shows it: entered once, whoever enters it. */
export function EnterTransferDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const problemText = useProblemText();
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fen === null || !draft.bankReference || !draft.receivedOn || !draft.payerName || send.isPending) return;
    const body = { ...told, amount: { amount: fen, currency: 'CNY' as const } };
    send.mutate({ body, idempotencyKey: idempotencyKey(SCOPE, body) });
  };
  const field = (key: keyof typeof EMPTY, isMissing = draft[key].trim() === '') => ({
    value: draft[key],
    error: isTried && isMissing ? t('transfers.fillIn') : null,
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value }),
  });
  return (
    <Dialog
      title={t('transfers.enter')}
      open
      onClose={onClose}
      actions={
        <>
          <Button look="secondary" onClick={onClose}>
            {t('transfers.cancel')}
          </Button>
          <Button type="submit" form={FORM} pending={send.isPending}>
            {t('transfers.save')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {send.error && <Notice urgent tone="bad" title={problemText(send.error)} />}
        <TextField label={t('transfers.reference')} maxLength={60} {...field('bankReference')} />
        <TextField label={t('transfers.receivedOn')} type="date" {...field('receivedOn')} />
        <TextField label={t('transfers.amountYuan')} inputMode="decimal" {...field('yuan', fen === null)} />
        <TextField label={t('transfers.payer')} maxLength={100} {...field('payerName')} />
        <TextField label={t('transfers.remark')} optional maxLength={200} {...field('remark', false)} />
      </form>
    </Dialog>
  );
}
