import { Button, Checkbox, TextField, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { newId } from '../../benefit/parts';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';
import { useLotPaper } from '../lot-paper';
import { useDay, useLotDone, type LotActProps } from './lot-acts';

interface Item {
  key: number;
  item: string;
  limit: string;
  value: string;
  passed: boolean;
}
const MOST = 60;
const fresh = (key: number): Item => ({ key, item: '', limit: '', value: '', passed: true });

interface ItemFieldsProps {
  row: Item;
  tried: boolean;
  change: (some: Partial<Item>) => void;
}

function ItemFields({ row, tried, change }: ItemFieldsProps) {
  const t = useT();
  return (
    <fieldset className="grid grid-cols-2 gap-3 rounded-md border border-line p-3">
      <legend className="sr-only">{row.item || t('test.item')}</legend>
      <div className="col-span-2">
        <TextField
          label={t('test.item')}
          maxLength={80}
          value={row.item}
          error={tried && row.item.trim() === '' ? t('act.missing') : null}
          onChange={(event) => change({ item: event.target.value })}
        />
      </div>
      <TextField
        label={t('test.limit')}
        optional
        maxLength={80}
        value={row.limit}
        onChange={(event) => change({ limit: event.target.value })}
      />
      <TextField
        label={t('test.value')}
        maxLength={80}
        value={row.value}
        error={tried && row.value.trim() === '' ? t('act.missing') : null}
        onChange={(event) => change({ value: event.target.value })}
      />
      <Checkbox checked={row.passed} onChange={(event) => change({ passed: event.target.checked })}>
        {t('test.passed')}
      </Checkbox>
    </fieldset>
  );
}

/** A report of the supplier's own, item by item: whoever scans the code reads it, also where an item failed. */
export function TestDialog({ lot, onClose }: LotActProps) {
  const t = useT();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const [reportNumber, setNumber] = useState('');
  const [laboratory, setLaboratory] = useState('');
  const [items, setItems] = useState<readonly Item[]>([fresh(0)]);
  const on = useDay(t('test.reportedOn'));
  const paper = useLotPaper({ supplierId: lot.supplierId, label: t('test.paper') });
  const send = useSend('POST /supplier/lots/{id}/tests', useLotDone(t('test.done'), onClose));
  const change = (key: number, some: Partial<Item>) =>
    setItems(items.map((row) => (row.key === key ? { ...row, ...some } : row)));
  const short = (text: string) => (tried && text.trim().length < 2 ? t('act.missing') : null);
  const submit = () => {
    setTried(true);
    const whole = items.every(({ item, value }) => item.trim() !== '' && value.trim() !== '');
    if (!whole || reportNumber.trim().length < 2 || laboratory.trim().length < 2) return;
    const said = items.map(({ item, limit, value, passed }) => ({ item, limit, value, passed }));
    const body = { id, reportNumber, laboratory, reportedOn: on.day, items: said, fileId: paper.id };
    send.mutate({ params: { id: lot.id }, body });
  };
  return (
    <ActDialog
      title={t('test.title')}
      submit={t('test.submit')}
      text={t('test.text')}
      {...{ pending: send.isPending || paper.pending, problem: send.error, onSubmit: submit, onClose }}
    >
      <TextField
        label={t('test.number')}
        maxLength={60}
        value={reportNumber}
        error={short(reportNumber)}
        onChange={(event) => setNumber(event.target.value)}
      />
      <TextField
        label={t('test.laboratory')}
        maxLength={120}
        value={laboratory}
        error={short(laboratory)}
        onChange={(event) => setLaboratory(event.target.value)}
      />
      {on.field}
      {items.map((row) => (
        <ItemFields key={row.key} row={row} tried={tried} change={(some) => change(row.key, some)} />
      ))}
      {items.length < MOST && (
        <Button look="secondary" onClick={() => setItems([...items, fresh(items.length)])}>
          {t('test.more')}
        </Button>
      )}
      {paper.picker}
    </ActDialog>
  );
}
