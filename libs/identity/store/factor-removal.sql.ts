import { statement } from '@xihuo/platform';

export const askRemoval = statement(
  'identity.ask_factor_removal',
  'insert into identity.factor_removal (person_id, reason, proposed_by, proposed_at) values ($1, $2, $3, $4)',
);

/** What somebody asked who has left since is over for whoever asks anew ($2, another than they); `kept`: the factor stayed. */
export const decideRemoval = statement<{ id: string }>(
  'identity.decide_factor_removal',
  `update identity.factor_removal set outcome = $2, decided_by = $3, decided_at = $4
    where person_id = $1 and decided_at is null returning id`,
);

export const deleteTotpSecret = statement<{ person_id: string }>(
  'identity.delete_totp_secret',
  'delete from identity.totp_secret where person_id = $1 returning person_id',
);
