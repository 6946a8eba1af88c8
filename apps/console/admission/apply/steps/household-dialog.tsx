import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, routeKey, Select, TextField, toast, useSend, type Input } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../../frame/act-dialog';
import { CountyField } from '../../../frame/county-field';
import { useT } from '../../../words';
import { useDesk } from '../desk';
import { LINKAGE_MODELS, type LinkageModel } from '../file';

type Household = NonNullable<Input<'POST /admission/applications/{id}/households'>['body']>;

/** The words a household agrees to; another wording is another version. */
export const CONSENT_TEXT = '2026-1';
const KINDS = ['ordinary', 'lifted', 'monitored'] as const;
const HOWS = ['signature', 'witnessed', 'sms'] as const;

interface Typed {
  displayName: string;
  countyCode: string | null;
  village: string;
  model: LinkageModel | '';
  householdKind: Household['householdKind'] | '';
  idNumber: string;
  bankCard: string;
  givenOn: string;
  how: Household['consent']['how'] | '';
  agreed: boolean;
}

/** Whole, as the contract wants it; null while something is missing. */
function householdOf(typed: Typed): Household | null {
  const { displayName, countyCode, village, model, householdKind, idNumber, bankCard, givenOn, how, agreed } = typed;
  if (!displayName.trim() || !countyCode || !village.trim() || !model || !householdKind) return null;
  if (!idNumber.trim() || !bankCard.trim() || !givenOn || !how || !agreed) return null;
  const consent = { givenOn, how, textVersion: CONSENT_TEXT };
  return { displayName, countyCode, village, model, householdKind, idNumber, bankCard, consent };
}

interface PartProps {
  typed: Typed;
  change: (some: Partial<Typed>) => void;
  /** The sentence beside a field: what the server found in it, or that it is empty once that was tried. */
  fault: (name: string, empty: boolean) => string | null;
}

function WhoPart({ typed, change, fault }: PartProps) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('household.name')}
        maxLength={40}
        value={typed.displayName}
        error={fault('displayName', !typed.displayName.trim())}
        onChange={(event) => change({ displayName: event.target.value })}
      />
      <CountyField
        label={t('household.county')}
        value={typed.countyCode}
        error={fault('countyCode', !typed.countyCode)}
        onChange={(countyCode) => change({ countyCode })}
      />
      <TextField
        label={t('household.village')}
        maxLength={80}
        value={typed.village}
        error={fault('village', !typed.village.trim())}
        onChange={(event) => change({ village: event.target.value })}
      />
      <Select
        label={t('household.model')}
        value={typed.model}
        choices={LINKAGE_MODELS.map((value) => ({ value, label: t(`linkageModel.${value}`) }))}
        error={fault('model', !typed.model)}
        onChange={(event) => change({ model: event.target.value as Typed['model'] })}
      />
    </>
  );
}

function SealedPart({ typed, change, fault }: PartProps) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-5 rounded-md bg-sunken p-4">
      <legend className="sr-only">{t('household.sealed')}</legend>
      <p className="text-sm text-ink-soft">{t('household.sealedText')}</p>
      <Select
        label={t('household.kind')}
        value={typed.householdKind}
        choices={KINDS.map((value) => ({ value, label: t(`householdKind.${value}`) }))}
        error={fault('householdKind', !typed.householdKind)}
        onChange={(event) => change({ householdKind: event.target.value as Typed['householdKind'] })}
      />
      <TextField
        label={t('household.idNumber')}
        autoComplete="off"
        className="font-mono uppercase"
        maxLength={30}
        value={typed.idNumber}
        error={fault('idNumber', !typed.idNumber.trim())}
        onChange={(event) => change({ idNumber: event.target.value })}
      />
      <TextField
        label={t('household.bankCard')}
        autoComplete="off"
        inputMode="numeric"
        className="font-mono"
        maxLength={30}
        value={typed.bankCard}
        error={fault('bankCard', !typed.bankCard.trim())}
        onChange={(event) => change({ bankCard: event.target.value })}
      />
    </fieldset>
  );
}

function ConsentPart({ typed, change, fault }: PartProps) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-1 font-semibold">{t('household.consent')}</legend>
      <p className="text-sm text-ink-soft">{t('household.consentText', { version: CONSENT_TEXT })}</p>
      <TextField
        label={t('household.givenOn')}
        type="date"
        value={typed.givenOn}
        error={fault('consent/givenOn', !typed.givenOn)}
        onChange={(event) => change({ givenOn: event.target.value })}
      />
      <Select
        label={t('household.how')}
        value={typed.how}
        choices={HOWS.map((value) => ({ value, label: t(`consentHow.${value}`) }))}
        error={fault('consent/how', !typed.how)}
        onChange={(event) => change({ how: event.target.value as Typed['how'] })}
      />
      <div>
        <Checkbox checked={typed.agreed} onChange={(event) => change({ agreed: event.target.checked })}>
          {t('household.agreed')}
        </Checkbox>
        {fault('consent', !typed.agreed) && (
          <p className="text-sm font-medium text-cinnabar">{t('household.agreedMissing')}</p>
        )}
      </div>
    </fieldset>
  );
}

/** One household: who, how it earns, what is sealed at once, and its own consent apart from everything else. */
export function HouseholdDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const { file, own } = useDesk();
  const [tried, setTried] = useState(false);
  const [typed, setTyped] = useState<Typed>({
    ...{ displayName: '', countyCode: own.county.code, village: '', householdKind: '', idNumber: '', bankCard: '' },
    ...{
      model: file.form.linkage?.models.length === 1 ? file.form.linkage.models[0]! : '',
      givenOn: '',
      how: '',
      agreed: false,
    },
  });
  const add = useSend('POST /admission/applications/{id}/households', {
    onSuccess: async () => {
      toast(t('household.added', { name: typed.displayName }));
      for (const route of [
        'GET /admission/applications/{id}/file',
        'GET /admission/applications/{id}/households',
      ] as const) {
        await queries.invalidateQueries({ queryKey: routeKey(route) });
      }
      onClose();
    },
  });
  const fault = (name: string, empty: boolean) =>
    add.error?.errors.find(({ pointer }) => pointer.endsWith(`/${name}`))?.message ??
    (tried && empty ? t('household.missing') : null);
  const submit = () => {
    setTried(true);
    const body = householdOf(typed);
    if (body) add.mutate({ params: { id: file.id }, body });
  };
  const part = { typed, fault, change: (some: Partial<Typed>) => setTyped((now) => ({ ...now, ...some })) };
  return (
    <ActDialog
      title={t('household.add')}
      submit={t('household.submit')}
      pending={add.isPending}
      problem={add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <WhoPart {...part} />
      <SealedPart {...part} />
      <ConsentPart {...part} />
    </ActDialog>
  );
}
