import { Select, TextField, type ApiProblem, type Input } from '@xihuo/ui';
import { useState } from 'react';
import { useToday } from '../admission/watching/today';
import { ActDialog } from '../frame/act-dialog';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { usePaper } from './paper';

export type WitnessBody = Input<'POST /benefit/agreements/{id}/witness'>['body'];
type Role = WitnessBody['role'];
const ROLES: readonly Role[] = ['villageOfficer', 'countyOfficer', 'neighbour', 'other'];

interface WitnessDialogProps {
  /** Whose signature it is, and to whom. */
  of: { supplier: { id: string }; household: { id: string } };
  title: string;
  lead: string;
  send: { isPending: boolean; error: ApiProblem | null };
  onSubmit: (body: WitnessBody) => void;
  onClose: () => void;
}

/** Who saw a household sign on paper, when, and the photo of the sheet. */
export function WitnessDialog({ of, title, lead, send, onSubmit, onClose }: WitnessDialogProps) {
  const t = useT();
  const me = useMe();
  const today = useToday();
  const county = hasRole(me, ['countyAgriculture', 'countyRevitalisation']);
  const [name, setName] = useState(county ? me.displayName : '');
  const [role, setRole] = useState<Role | ''>(county ? 'countyOfficer' : '');
  const [day, setDay] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const on = day ?? today ?? '';
  const paper = usePaper({
    ...{ supplierId: of.supplier.id, householdId: of.household.id },
    ...{ label: t('witness.paper'), hint: t('witness.paperHint') },
    error: tried ? t('paperProof.missing') : null,
  });
  const submit = () => {
    setTried(true);
    if (name.trim().length < 2 || role === '' || on === '' || paper.id === null) return;
    onSubmit({ name: name.trim(), role, paperId: paper.id, on });
  };
  const lacks = (filled: boolean) => (tried && !filled ? t('act.missing') : null);
  // A county's officer signs for itself; the others were there in person while the clerk writes it down.
  const roles = ROLES.filter((one) => (one === 'countyOfficer') === county);
  return (
    <ActDialog
      title={title}
      submit={t('witness.submit')}
      text={lead}
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
