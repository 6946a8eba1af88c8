import { Checkbox, Select, TextField, useApiClient, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { CountyField } from '../frame/county-field';
import { CodeAct } from '../frame/code-act';
import { useT } from '../words';
import { isNewcomer, NewcomerFields } from './newcomer';

type Held = Output<'GET /people'>['data'][number];

const OFFICES = ['countyAgriculture', 'countyRevitalisation'] as const;
const EMPTY = {
  displayName: '',
  phone: '',
  until: '',
  deputy: false,
  role: 'countyAgriculture',
  region: null as string | null,
};

/** Lets somebody new act: beside an own grant, or, where none is named, in the office of a county. */
export function LetIn({ own, word }: { own: Held | null; word: string }) {
  const t = useT();
  const api = useApiClient();
  const [draft, setDraft] = useState(EMPTY);
  const put = (part: Partial<typeof EMPTY>) => setDraft((before) => ({ ...before, ...part }));
  const wantsDay = own !== null && (own.role !== 'supplier' || draft.deputy);
  const ready = isNewcomer(draft) && (!wantsDay || draft.until !== '') && (own !== null || draft.region !== null);
  const run = async () => {
    const { displayName, phone, until } = draft;
    const as =
      own === null
        ? { role: draft.role as (typeof OFFICES)[number], regionCode: draft.region ?? '' }
        : { grantId: own.id, deputy: draft.deputy };
    await api('POST /people', { body: { displayName, phone, as, ...(until === '' ? {} : { until }) } });
    setDraft(EMPTY);
  };
  return (
    <CodeAct
      act="POST /people"
      word={word}
      lead={t('people.letIn.lead')}
      done={t('people.letIn.done')}
      ready={ready}
      run={run}
    >
      {own === null && (
        <>
          <Select
            label={t('people.role')}
            value={draft.role}
            choices={OFFICES.map((value) => ({ value, label: t(`role.${value}`) }))}
            onChange={(event) => put({ role: event.target.value })}
          />
          <CountyField label={t('people.county')} value={draft.region} onChange={(region) => put({ region })} />
        </>
      )}
      <NewcomerFields draft={draft} put={put} />
      {own !== null && (
        <Checkbox checked={draft.deputy} onChange={(event) => put({ deputy: event.target.checked })}>
          {t('people.asDeputy')}
        </Checkbox>
      )}
      <TextField
        type="date"
        label={t('people.until')}
        hint={t(own !== null && own.role !== 'supplier' ? 'people.untilOffice' : 'people.untilHint')}
        optional={!wantsDay}
        value={draft.until}
        onChange={(event) => put({ until: event.target.value })}
      />
    </CodeAct>
  );
}
