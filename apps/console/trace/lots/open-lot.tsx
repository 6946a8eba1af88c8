import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Select, TextField, toast, useApi, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newId } from '../../benefit/parts';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';

function OpenDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [id] = useState(newId);
  const pack = useApi('GET /supplier/scale', {});
  const [product, setProduct] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const [breakdownPublic, setPublic] = useState(true);
  const [tried, setTried] = useState(false);
  const producedOn = day ?? pack.data?.today ?? '';
  const chosen = pack.data?.products.find((one) => one.id === product);
  const send = useSend('POST /supplier/lots', {
    onSuccess: (lot) => {
      toast(t('openLot.done', { code: lot.code }));
      void navigate(`/trace/lots/${lot.id}`);
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const submit = () => {
    setTried(true);
    if (!chosen || producedOn === '') return;
    send.mutate({ body: { id, supplierId: chosen.supplierId, productId: chosen.id, producedOn, breakdownPublic } });
  };
  return (
    <ActDialog
      title={t('openLot.title')}
      submit={t('openLot.submit')}
      text={t('openLot.text')}
      pending={send.isPending}
      problem={send.error ?? pack.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('lots.product')}
        value={product}
        choices={(pack.data?.products ?? []).map(({ id: value, name }) => ({ value, label: name }))}
        error={tried && !chosen ? t('act.missing') : null}
        onChange={(event) => setProduct(event.target.value)}
      />
      <TextField
        type="date"
        label={t('lots.produced')}
        hint={t('openLot.dayHint')}
        max={pack.data?.today}
        value={producedOn}
        error={tried && producedOn === '' ? t('act.missing') : null}
        onChange={(event) => setDay(event.target.value)}
      />
      <Checkbox
        checked={breakdownPublic}
        hint={t('openLot.publicHint')}
        onChange={(event) => setPublic(event.target.checked)}
      >
        {t('openLot.public')}
      </Checkbox>
    </ActDialog>
  );
}

/** A new lot of a product; its code is made by the server and cannot be guessed. */
export function OpenLot() {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button data-act="POST /supplier/lots" onClick={() => setOpen(true)}>
        {t('openLot.title')}
      </Button>
      {open && <OpenDialog onClose={() => setOpen(false)} />}
    </>
  );
}
