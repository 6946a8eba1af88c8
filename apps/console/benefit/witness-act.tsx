import { useQueryClient } from '@tanstack/react-query';
import { Button, Select, TextField, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useToday } from '../admission/watching/today';
import { ActDialog } from '../frame/act-dialog';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { usePaper } from './paper';
import type { Agreement } from './parts';

type Role = NonNullable<NonNullable<Agreement['signing']>['witness']>['role'];
const ROLES: readonly Role[] = ['villageOfficer', 'countyOfficer', 'neighbour', 'other'];

function WitnessDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const t = useT();
  const me = useMe();
  const queries = useQueryClient();
  const today = useToday();
  const county = hasRole(me, ['countyAgriculture', 'countyRevitalisation']);
  const [name, setName] = useState(county ? me.displayName : '');
  const [role, setRole] = useState<Role | ''>(county ? 'countyOfficer' : '');
  const [day, setDay] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const on = day ?? today ?? '';
  const paper = usePaper({
    ...{ supplierId: agreement.supplier.id, householdId: agreement.household.id },
    ...{ label: t('witness.paper'), hint: t('witness.paperHint') },
    error: tried ? t('paperProof.missing') : null,
  });
  const send = useSend('POST /benefit/agreements/{id}/witness', {
    onSuccess: () => {
      toast(t('witness.done'));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const submit = () => {
    setTried(true);
    if (name.trim().length < 2 || role === '' || on === '' || paper.id === null) return;
    const body = { name: name.trim(), role, paperId: paper.id, on };
    send.mutate({ params: { id: agreement.id }, version: agreement.version, body });
  };
  const lacks = (filled: boolean) => (tried && !filled ? t('act.missing') : null);
  // A county's officer signs for itself; the others were there in person while the clerk writes it down.
  const roles = ROLES.filter((one) => (one === 'countyOfficer') === county);
  return (
    <ActDialog
      title={t('witness.title')}
      submit={t('witness.submit')}
      text={t('witness.lead')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {paper.picker}
      <TextField
        label={t('witness.name')}
        maxLength={60}
        value={name}
        error={lacks(name.trim().length >= 2)}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        label={t('witness.role')}
        value={role}
        choices={roles.map((value) => ({ value, label: t(`witness.${value}`) }))}
        error={lacks(role !== '')}
        onChange={(event) => setRole(event.target.value as Role | '')}
      />
      <TextField
        type="date"
        label={t('witness.on')}
        max={today}
        value={on}
        error={lacks(on !== '')}
        onChange={(event) => setDay(event.target.value)}
      />
    </ActDialog>
  );
}

/** The household signed on paper before a witness: who, when, and the photo of the sheet. */
export function WitnessAct({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {t('witness.title')}
      </Button>
      {open && <WitnessDialog agreement={agreement} onClose={() => setOpen(false)} />}
    </>
  );
}
