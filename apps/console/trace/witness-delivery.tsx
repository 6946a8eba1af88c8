import { useQueryClient } from '@tanstack/react-query';
import { Button, Select, TextField, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../frame/act-dialog';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import type { Delivery } from './delivery-parts';
import { useLotPaper } from './lot-paper';

type Role = NonNullable<Delivery['witness']>['role'];
const ROLES: readonly Role[] = ['villageOfficer', 'countyOfficer', 'neighbour', 'other'];

function WitnessDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const me = useMe();
  const county = hasRole(me, ['countyAgriculture', 'countyRevitalisation']);
  const [name, setName] = useState(county ? me.displayName : '');
  const [role, setRole] = useState<Role | ''>(county ? 'countyOfficer' : '');
  const [tried, setTried] = useState(false);
  const paper = useLotPaper({
    ...{ supplierId: delivery.supplier.id, label: t('delivery.sheet'), hint: t('witness.paperHint') },
    error: tried ? t('paperProof.missing') : null,
  });
  // A county's officer signs for itself; the others were there in person while the clerk writes it down.
  const roles = ROLES.filter((one) => (one === 'countyOfficer') === county);
  const send = useSend('POST /supplier/deliveries/{id}/witness', {
    onSuccess: () => {
      toast(t('delivery.witnessedNow'));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const submit = () => {
    setTried(true);
    if (name.trim().length < 2 || role === '' || paper.id === null) return;
    const body = { name: name.trim(), role, sheetFileId: paper.id };
    send.mutate({ params: { id: delivery.id }, version: delivery.version, body });
  };
  return (
    <ActDialog
      title={t('delivery.witness')}
      submit={t('delivery.witnessSubmit')}
      text={t('delivery.witnessText')}
      pending={send.isPending || paper.pending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('witness.name')}
        maxLength={60}
        value={name}
        error={tried && name.trim().length < 2 ? t('act.missing') : null}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        label={t('witness.role')}
        value={role}
        choices={roles.map((value) => ({ value, label: t(`witness.${value}`) }))}
        error={tried && role === '' ? t('act.missing') : null}
        onChange={(event) => setRole(event.target.value as Role | '')}
      />
      {paper.picker}
    </ActDialog>
  );
}

/** Somebody who saw it stands for a household without a phone at hand. */
export function WitnessDelivery({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button data-act="POST /supplier/deliveries/{id}/witness" look="secondary" onClick={() => setOpen(true)}>
        {t('delivery.witness')}
      </Button>
      {open && <WitnessDialog delivery={delivery} onClose={() => setOpen(false)} />}
    </>
  );
}
