import { Select, TextArea, useApi, useApiClient, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { CodeAct } from '../../frame/code-act';
import { isNewcomer, NewcomerFields } from '../newcomer';
import { useT } from './words';
import { ApartReason } from './offers';

type Held = Output<'GET /people'>['data'][number];

const PLATFORM = ['reviewer', 'operator', 'finance', 'mediator', 'auditor'] as const;
/** Roles that may be of one province alone. */
const BOUND: readonly string[] = ['auditor', 'reviewer'];
const EMPTY = { platform: 'reviewer', displayName: '', phone: '', regionCode: '', reason: '' };
const SHORTEST = 2;

type Draft = typeof EMPTY;
interface Part {
  draft: Draft;
  put: (part: Partial<Draft>) => void;
}

function Province({ draft, put }: Part) {
  const t = useT();
  const provinces = useApi('GET /regions', {}, { staleTime: Infinity }).data?.data;
  return (
    <Select
      label={t('offer.region')}
      placeholder={t('people.country')}
      optional
      value={draft.regionCode}
      choices={(provinces ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(event) => put({ regionCode: event.target.value })}
    />
  );
}

/** Offers a role of the platform: to a colleague, or, where none is named, to somebody new. */
export function OfferRole({ colleague }: { colleague: Held | null }) {
  const t = useT();
  const api = useApiClient();
  const [draft, setDraft] = useState(EMPTY);
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const isBound = BOUND.includes(draft.platform);
  const isSomebody = colleague !== null || isNewcomer(draft);
  const run = async () => {
    const { displayName, phone } = draft;
    const as = {
      platform: draft.platform as (typeof PLATFORM)[number],
      reason: draft.reason.trim(),
      ...(isBound && draft.regionCode !== '' ? { regionCode: draft.regionCode } : {}),
      ...(colleague ? { colleague: colleague.id } : {}),
    };
    await api('POST /people', { body: { as, ...(colleague ? {} : { displayName, phone }) } });
    setDraft(EMPTY);
  };
  return (
    <CodeAct
      act="POST /people"
      word={t(colleague ? 'offer.more' : 'offer.new')}
      look="secondary"
      lead={colleague ? t('offer.moreLead', { name: colleague.name }) : t('offer.newLead')}
      done={t('offer.done')}
      ready={isSomebody && draft.reason.trim().length >= SHORTEST}
      refusal={(problem) => <ApartReason problem={problem} />}
      run={run}
    >
      <Select
        label={t('people.role')}
        value={draft.platform}
        choices={PLATFORM.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={(event) => put({ platform: event.target.value })}
      />
      {isBound && <Province draft={draft} put={put} />}
      {!colleague && <NewcomerFields draft={draft} put={put} />}
      <TextArea
        label={t('people.reason')}
        maxLength={200}
        value={draft.reason}
        onChange={(event) => put({ reason: event.target.value })}
      />
    </CodeAct>
  );
}
