import { TextField, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { newId } from '../../benefit/parts';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';
import { useLotPaper } from '../lot-paper';
import { useDay, useLotDone, type LotActProps } from './lot-acts';

const SHORTEST = { number: 4, authority: 2 } as const;

/** The certificate the official vet issued: its number, who issued it, and the paper. */
export function QuarantineDialog({ lot, onClose }: LotActProps) {
  const t = useT();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const [number, setNumber] = useState('');
  const [authority, setAuthority] = useState('');
  const on = useDay(t('quarantine.on'));
  const paper = useLotPaper({ supplierId: lot.supplierId, label: t('quarantine.paper') });
  const send = useSend('POST /supplier/lots/{id}/quarantines', useLotDone(t('quarantine.done'), onClose));
  const isShort = {
    number: number.trim().length < SHORTEST.number,
    authority: authority.trim().length < SHORTEST.authority,
  };
  const submit = () => {
    setTried(true);
    if (isShort.number || isShort.authority) return;
    send.mutate({ params: { id: lot.id }, body: { id, number, authority, issuedOn: on.day, fileId: paper.id } });
  };
  return (
    <ActDialog
      title={t('quarantine.title')}
      submit={t('quarantine.submit')}
      text={t('quarantine.text')}
      {...{ pending: send.isPending || paper.pending, problem: send.error, onSubmit: submit, onClose }}
    >
      <TextField
        label={t('quarantine.number')}
        maxLength={60}
        value={number}
        error={tried && isShort.number ? t('act.missing') : null}
        onChange={(event) => setNumber(event.target.value)}
      />
      <TextField
        label={t('quarantine.authority')}
        maxLength={120}
        value={authority}
        error={tried && isShort.authority ? t('act.missing') : null}
        onChange={(event) => setAuthority(event.target.value)}
      />
      {on.field}
      {paper.picker}
    </ActDialog>
  );
}
