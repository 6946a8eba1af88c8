import { useQueryClient } from '@tanstack/react-query';
import { Button, Notice, Select, TextField, toast, useApi, useSend, type ApiProblem } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { useToday } from '../../admission/watching/today';
import { newId } from '../../benefit/parts';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';
import { useLotPaper } from '../lot-paper';
import { gramsOf } from '../scale/weight';
import { useWeight } from '../weights';
import type { Lot } from './lot-parts';

export interface LotActProps {
  lot: Lot;
  onClose: () => void;
}

/** What every act on a lot ends with: a word, everything read anew. */
export function useLotDone(word: string, onClose: () => void) {
  const queries = useQueryClient();
  return {
    onSuccess: () => {
      toast(word);
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  };
}

/** A day that has been, today where nothing else is said. */
export function useDay(label: string): { day: string; field: ReactNode } {
  const today = useToday() ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const day = typed ?? today;
  const field = (
    <TextField type="date" label={label} max={today} value={day} onChange={(event) => setTyped(event.target.value)} />
  );
  return { day, field };
}

/** Kilograms as typed, in whole grams. */
export function useKilogramsField(tried: boolean): { grams: number | null; field: ReactNode } {
  const t = useT();
  const [typed, setTyped] = useState('');
  const grams = gramsOf(typed, 'kg');
  const field = (
    <TextField
      label={t('lotAct.kilograms')}
      inputMode="decimal"
      autoComplete="off"
      maxLength={14}
      className="numeric"
      value={typed}
      error={tried && grams === null ? t('scale.fault.weight') : null}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
  return { grams, field };
}

const LOSSES = ['grading', 'drying', 'peeling', 'spoilage', 'transport', 'sample', 'returned', 'other'] as const;

export function OwnOutputDialog({ lot, onClose }: LotActProps) {
  const t = useT();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const [note, setNote] = useState('');
  const weight = useKilogramsField(tried);
  const on = useDay(t('lotAct.day'));
  const send = useSend('POST /supplier/lots/{id}/own-output', useLotDone(t('ownOutput.done'), onClose));
  const submit = () => {
    setTried(true);
    if (weight.grams === null) return;
    send.mutate({ params: { id: lot.id }, body: { id, grams: weight.grams, on: on.day, note: note || null } });
  };
  return (
    <ActDialog
      title={t('ownOutput.title')}
      submit={t('ownOutput.submit')}
      text={t('ownOutput.text')}
      {...{ pending: send.isPending, problem: send.error, onSubmit: submit, onClose }}
    >
      {weight.field}
      {on.field}
      <TextField
        label={t('scale.note')}
        optional
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </ActDialog>
  );
}

export function LossDialog({ lot, onClose }: LotActProps) {
  const t = useT();
  const weighed = useWeight();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const [reason, setReason] = useState<(typeof LOSSES)[number] | ''>('');
  const weight = useKilogramsField(tried);
  const on = useDay(t('lotAct.day'));
  const send = useSend('POST /supplier/lots/{id}/losses', useLotDone(t('loss.done'), onClose));
  const submit = () => {
    setTried(true);
    if (weight.grams === null || reason === '') return;
    send.mutate({ params: { id: lot.id }, body: { id, grams: weight.grams, on: on.day, reason } });
  };
  return (
    <ActDialog
      title={t('loss.title')}
      submit={t('loss.submit')}
      text={t('loss.text', { weight: weighed(lot.availableGrams) })}
      {...{ pending: send.isPending, problem: send.error, onSubmit: submit, onClose }}
    >
      {weight.field}
      <Select
        label={t('loss.reason')}
        value={reason}
        choices={LOSSES.map((value) => ({ value, label: t(`loss.${value}`) }))}
        error={tried && reason === '' ? t('act.missing') : null}
        onChange={(event) => setReason(event.target.value as typeof reason)}
      />
      {on.field}
    </ActDialog>
  );
}

export function PackDialog({ lot, onClose }: LotActProps) {
  const t = useT();
  const weighed = useWeight();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const [sku, setSku] = useState('');
  const [count, setCount] = useState('');
  const on = useDay(t('lotAct.day'));
  const product = useApi('GET /suppliers/{supplierId}/products/{productId}', {
    params: { supplierId: lot.supplierId, productId: lot.productId },
  });
  const packs = product.data?.packs ?? [];
  const send = useSend('POST /supplier/lots/{id}/packings', useLotDone(t('pack.done'), onClose));
  const whole = /^[1-9]\d{0,5}$/.test(count.normalize('NFKC').trim());
  const submit = () => {
    setTried(true);
    if (sku === '' || !whole) return;
    const body = { id, skuId: sku, packs: Number(count.normalize('NFKC')), packedOn: on.day };
    send.mutate({ params: { id: lot.id }, body });
  };
  return (
    <ActDialog
      title={t('pack.title')}
      submit={t('pack.submit')}
      text={t('pack.text', { weight: weighed(lot.availableGrams) })}
      {...{ pending: send.isPending, problem: send.error ?? product.error, onSubmit: submit, onClose }}
    >
      {(lot.certificate === 'missing' || lot.certificate === 'stale') && (
        <Notice tone="attention" title={t(`certify.${lot.certificate}`)} />
      )}
      <Select
        label={t('order.pack')}
        value={sku}
        choices={packs.map(({ skuId, pack }) => ({ value: skuId, label: pack }))}
        error={tried && sku === '' ? t('act.missing') : null}
        onChange={(event) => setSku(event.target.value)}
      />
      <TextField
        label={t('pack.count')}
        inputMode="numeric"
        maxLength={6}
        className="numeric"
        value={count}
        error={tried && !whole ? t('pack.countFault') : null}
        onChange={(event) => setCount(event.target.value)}
      />
      {on.field}
    </ActDialog>
  );
}

const BASES = ['qualityControl', 'selfTest', 'commissionedTest'] as const;

export function CertifyDialog({ lot, onClose }: LotActProps) {
  const t = useT();
  const weighed = useWeight();
  const [id] = useState(newId);
  const [basis, setBasis] = useState<(typeof BASES)[number]>('qualityControl');
  const on = useDay(t('certify.on'));
  const paper = useLotPaper({ supplierId: lot.supplierId, label: t('certify.paper') });
  const send = useSend('POST /supplier/lots/{id}/certificates', useLotDone(t('certify.done'), onClose));
  const submit = () => send.mutate({ params: { id: lot.id }, body: { id, basis, issuedOn: on.day, fileId: paper.id } });
  const again = lot.certificates.some(({ state }) => state === 'valid');
  return (
    <ActDialog
      title={t(again ? 'certify.again' : 'certify.title')}
      submit={t('certify.submit')}
      text={t(again ? 'certify.againText' : 'certify.text', { weight: weighed(lot.receivedGrams) })}
      {...{ pending: send.isPending || paper.pending, problem: send.error, onSubmit: submit, onClose }}
    >
      <Select
        label={t('certify.basis')}
        value={basis}
        choices={BASES.map((value) => ({ value, label: t(`certify.${value}`) }))}
        onChange={(event) => setBasis((event.target.value || 'qualityControl') as typeof basis)}
      />
      {on.field}
      {paper.picker}
    </ActDialog>
  );
}

/** Closing and opening again: no more than one button each, with the server's reason where it says no. */
export function TurnLot({ lot, onProblem }: { lot: Lot; onProblem: (problem: ApiProblem) => void }) {
  const t = useT();
  const queries = useQueryClient();
  const done = (word: string) => ({
    onSuccess: () => toast(word),
    onError: onProblem,
    onSettled: () => void queries.invalidateQueries(),
  });
  const close = useSend('POST /supplier/lots/{id}/close', done(t('lot.closedNow')));
  const reopen = useSend('POST /supplier/lots/{id}/reopening', done(t('lot.reopenedNow')));
  if (lot.state === 'recalled') return null;
  const act = `POST /supplier/lots/{id}/${lot.state === 'open' ? 'close' : 'reopening'}`;
  const [send, word] = lot.state === 'open' ? [close, t('lot.close')] : [reopen, t('lot.reopen')];
  return (
    <Button
      data-act={act}
      look="secondary"
      pending={send.isPending}
      onClick={() => send.mutate({ params: { id: lot.id }, version: lot.version })}
    >
      {word}
    </Button>
  );
}
