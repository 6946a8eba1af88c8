import { Checkbox, Select, TextField } from '@xihuo/ui';
import { CountyField } from '../../../frame/county-field';
import { SUPPLIER_KINDS } from '../../../frame/supplier-kinds';
import { useT } from '../../../words';
import { useField, useStep } from '../desk';
import type { Subject } from '../file';
import { useChecks } from '../use-checks';

/** Who applies, as the business licence has it. */
export function SubjectStep() {
  const t = useT();
  const field = useField();
  const [subject, change] = useStep('subject');
  const said = useChecks({
    ...(subject.uscc.trim() === '' ? {} : { uscc: subject.uscc, kind: subject.kind }),
    countyCode: subject.countyCode,
    ...(subject.establishedOn ? { establishedOn: subject.establishedOn } : {}),
    ...(subject.licenceValidUntil ? { licenceValidUntil: subject.licenceValidUntil } : {}),
  });
  const county = field('/subject/countyCode', { said: said('countyCode') });
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Select
        label={t('apply.subject.kind')}
        {...field('/subject/kind', { said: said('kind') })}
        value={subject.kind}
        choices={SUPPLIER_KINDS.map((value) => ({ value, label: t(`supplierKind.${value}`) }))}
        onChange={(event) => event.target.value && change({ kind: event.target.value as Subject['kind'] })}
      />
      <TextField
        label={t('apply.subject.uscc')}
        {...field('/subject/uscc', { said: said('uscc'), hint: t('apply.subject.usccHint') })}
        className="font-mono uppercase placeholder:font-sans placeholder:normal-case"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        value={subject.uscc}
        onChange={(event) => change({ uscc: event.target.value })}
      />
      <TextField
        label={t('apply.subject.nameZh')}
        {...field('/subject/nameZh', { hint: t('apply.subject.nameHint') })}
        maxLength={80}
        value={subject.nameZh}
        onChange={(event) => change({ nameZh: event.target.value })}
      />
      <TextField
        label={t('apply.subject.nameEn')}
        optional
        {...field('/subject/nameEn')}
        lang="en"
        maxLength={160}
        value={subject.nameEn}
        onChange={(event) => change({ nameEn: event.target.value })}
      />
      <div className="sm:col-span-2">
        <CountyField
          label={t('apply.subject.county')}
          id={county.id}
          error={county.error}
          value={subject.countyCode}
          onChange={(countyCode) => countyCode && change({ countyCode })}
        />
        {county.hint && <p className="mt-1.5 text-sm text-ink-faint">{county.hint}</p>}
      </div>
      <RegistrationFields said={said} />
    </div>
  );
}

/** Where and by whom, since when and until when. */
function RegistrationFields({ said }: { said: ReturnType<typeof useChecks> }) {
  const t = useT();
  const field = useField();
  const [subject, change] = useStep('subject');
  return (
    <>
      <TextField
        label={t('apply.subject.address')}
        {...field('/subject/address')}
        autoComplete="street-address"
        maxLength={200}
        value={subject.address}
        onChange={(event) => change({ address: event.target.value })}
      />
      <TextField
        label={t('apply.subject.legalRepresentative')}
        {...field('/subject/legalRepresentative')}
        maxLength={40}
        value={subject.legalRepresentative}
        onChange={(event) => change({ legalRepresentative: event.target.value })}
      />
      <TextField
        label={t('apply.subject.establishedOn')}
        {...field('/subject/establishedOn', { said: said('establishedOn') })}
        type="date"
        value={subject.establishedOn ?? ''}
        onChange={(event) => change({ establishedOn: event.target.value || null })}
      />
      <div>
        <TextField
          label={t('apply.subject.licenceValidUntil')}
          {...field('/subject/licenceValidUntil', { said: said('licenceValidUntil') })}
          type="date"
          disabled={subject.licenceWithoutTerm}
          value={subject.licenceValidUntil ?? ''}
          onChange={(event) => change({ licenceValidUntil: event.target.value || null })}
        />
        <Checkbox
          checked={subject.licenceWithoutTerm}
          onChange={(event) =>
            change({
              licenceWithoutTerm: event.target.checked,
              ...(event.target.checked ? { licenceValidUntil: null } : {}),
            })
          }
        >
          {t('apply.subject.withoutTerm')}
        </Checkbox>
      </div>
    </>
  );
}
