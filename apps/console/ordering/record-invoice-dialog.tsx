import { forgetIdempotencyKey, idempotencyKey, Money, TextField, toast, useSend, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../frame/act-dialog';
import { usePickedPaper } from '../frame/paper-pick';
import { useT } from '../words';

type Invoice = Output<'GET /invoice-requests/{id}'>;

interface RecordInvoiceProps {
  invoice: Invoice;
  kind: 'invoice' | 'redNote';
  onDone: () => void;
  onClose: () => void;
}

const NUMBER = /^(\d{18}|\d{20})$/;

/** What the tax authority issued: its number, its day, its file; the sum is the one that is asked for. */
export function RecordInvoiceDialog({ invoice, kind, onDone, onClose }: RecordInvoiceProps) {
  const t = useT();
  const isInvoice = kind === 'invoice';
  const amount = isInvoice ? invoice.amount : invoice.correction;
  const [draft, setDraft] = useState({ number: '', issuedOn: '' });
  const [isTried, setTried] = useState(false);
  const keep = useSend('POST /invoice-requests/{id}/files');
  const params = { id: invoice.id };
  const file = usePickedPaper({
    label: t('invoices.file'),
    hint: t('invoices.fileHint'),
    error: isTried ? t('invoices.fileMissing') : null,
    ...{ pending: keep.isPending, problem: keep.error },
    send: (chosen, kept) => keep.mutate({ params, file: chosen }, { onSuccess: ({ fileId }) => kept(fileId) }),
  });
  const scope = `invoice-${invoice.id}-${kind}-${invoice.papers.length}`;
  const done = {
    onSuccess: () => {
      forgetIdempotencyKey(scope);
      toast(t('invoices.recorded'));
      onDone();
    },
  };
  const issue = useSend('POST /invoice-requests/{id}/issue', done);
  const redNote = useSend('POST /invoice-requests/{id}/red-notes', done);
  const send = isInvoice ? issue : redNote;
  const number = draft.number.replace(/\s/g, '');
  const submit = () => {
    setTried(true);
    if (!NUMBER.test(number) || draft.issuedOn === '' || file.id === null) return;
    const body = { number, issuedOn: draft.issuedOn, amount, fileId: file.id };
    send.mutate({ params, body, idempotencyKey: idempotencyKey(scope, body) });
  };
  const title = t(isInvoice ? 'invoices.record' : 'invoices.recordRed');
  return (
    <ActDialog
      title={title}
      submit={t('invoices.save')}
      text={
        <p>
          {t(isInvoice ? 'invoices.recordText' : 'invoices.recordRedText')} <Money value={amount} />
        </p>
      }
      pending={send.isPending || file.pending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('invoices.number')}
        hint={t('invoices.numberHint')}
        inputMode="numeric"
        maxLength={30}
        value={draft.number}
        error={isTried && !NUMBER.test(number) ? t('invoices.numberWrong') : null}
        onChange={(event) => setDraft({ ...draft, number: event.target.value })}
      />
      <TextField
        label={t('invoices.issuedOn')}
        type="date"
        value={draft.issuedOn}
        error={isTried && draft.issuedOn === '' ? t('transfers.fillIn') : null}
        onChange={(event) => setDraft({ ...draft, issuedOn: event.target.value })}
      />
      {file.picker}
    </ActDialog>
  );
}
