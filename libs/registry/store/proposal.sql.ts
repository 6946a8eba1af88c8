import { statement } from '@xihuo/platform';

/** One at a time for each setting: in a statement of its own, for what waits in one that reads would read what stood before. */
export const lockSetting = statement(
  'registry.lock_setting',
  `select pg_advisory_xact_lock(hashtextextended('registry.policy ' || $1, 0))`,
);

export interface SettingRow {
  value: unknown;
  taken: boolean;
  later: boolean;
}

/** The value in force ($2), and whether a version from this very day ($3), or from a later one, is there already. */
export const settingToChange = statement<SettingRow>(
  'registry.setting_to_change',
  `select registry.policy_on($1, $2::date) as value,
          exists (select from registry.policy where key = $1 and effective_from = $3::date) as taken,
          exists (select from registry.policy where key = $1 and effective_from > $3::date) as later`,
);

export const insertProposal = statement<{ id: string }>(
  'registry.insert_proposal',
  `insert into registry.policy_proposal (key, value, effective_from, source, reason, proposed_by, proposed_at)
   values ($1, $2::jsonb, $3::date, $4, $5, $6, $7)
   returning id`,
);

export interface ProposalRow {
  id: string;
  state: 'proposed';
  proposed_by: string;
  proposed_at: Date;
}

/** What is proposed for this very day. */
export const proposedFor = statement<ProposalRow>(
  'registry.proposed_for',
  `select id, state, proposed_by, proposed_at from registry.policy_proposal
    where key = $1 and effective_from = $2::date and state = 'proposed' for update`,
);

/** Found by all that whoever decides has read of it, so that nobody decides what reads otherwise. */
export const lockProposal = statement<ProposalRow>(
  'registry.lock_proposal',
  `select id, state, proposed_by, proposed_at from registry.policy_proposal
    where key = $1 and value = $2::jsonb and effective_from = $3::date and source = $4 and state = 'proposed' for update`,
);

export const decideProposal = statement(
  'registry.decide_proposal',
  `update registry.policy_proposal set state = $2, decided_by = $3, decided_at = $4, decided_reason = $5 where id = $1`,
);

export const openProposals = statement<{
  key: string;
  value: unknown;
  effective_from: string;
  source: string;
  reason: string;
  proposed_by: string;
  proposed_at: Date;
}>(
  'registry.open_proposals',
  `select key, value, effective_from::text, source, reason, proposed_by, proposed_at
     from registry.policy_proposal
    where state = 'proposed' and starts_with(key, $1) order by key, effective_from`,
);
