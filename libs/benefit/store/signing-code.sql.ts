import { statement } from '@xihuo/platform';

export const putSigningCode = statement(
  'benefit.put_signing_code',
  `insert into benefit.signing_code as known (agreement_id, words_hash, code_hash, sent_at, expires_at) values ($1, $2, $3, $4, $5)
   on conflict (agreement_id) do update
     set words_hash = excluded.words_hash, code_hash = excluded.code_hash, sent_at = excluded.sent_at,
         expires_at = excluded.expires_at, tries = 0, used_at = null`,
);

/** Counts a try before anything is compared, in a statement of its own: a crash or a thousand at once win no extra try. */
export const trySigningCode = statement<{ code_hash: Buffer; words_hash: string }>(
  'benefit.try_signing_code',
  `update benefit.signing_code set tries = tries + 1
    where agreement_id = $1 and used_at is null and tries < 5 and expires_at > platform.business_now()
   returning code_hash, words_hash`,
);

export const spendSigningCode = statement<{ agreement_id: string }>(
  'benefit.spend_signing_code',
  `update benefit.signing_code set used_at = $3 where agreement_id = $1 and words_hash = $2 and used_at is null returning agreement_id`,
);
