import { Select, type Output } from '@xihuo/ui';
import { useT } from '../words';
import type { LeadDraft } from './lead';

export type Grants = Output<'GET /me'>['grants'];

interface Props {
  grants: Grants;
  draft: LeadDraft;
  onChange: (draft: LeadDraft) => void;
}

/** For which organisation is asked: only of whoever buys for one, and its name comes along. */
export function LeadOrganisation({ grants, draft, onChange }: Props) {
  const t = useT();
  const organisations = grants.flatMap(({ role, organisation }) =>
    role === 'businessBuyer' && organisation ? [organisation] : [],
  );
  if (organisations.length === 0) return null;
  return (
    <Select
      optional
      label={t('lead.for')}
      hint={t('lead.forHint')}
      placeholder={t('lead.forMyself')}
      value={draft.organisationId}
      choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={({ target: { value } }) =>
        onChange({
          ...draft,
          organisationId: value,
          organisation: organisations.find(({ id }) => id === value)?.name ?? draft.organisation,
        })
      }
    />
  );
}
