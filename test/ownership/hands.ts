import type { Made, World } from './world';

/** Somebody's earlier part in the same matter, as the tables keep it. */
export interface Hand {
  part: string;
  /** Whether a colleague of the same organisation is kept out by it too. */
  binds: boolean;
  give(world: World, made: Made, who: { personId: string; organisationIds: string[] }): Promise<void>;
}

const inApplication = (part: string, of: string): Hand => ({
  part,
  binds: part !== 'recused',
  give: async ({ house }, { ids }, { personId, organisationIds }) =>
    void (await house.rows(
      `insert into admission.participant (application_id, person_id, part, organisation_ids, acted_at)
       select (${of}), $2, '${part}', $3, now()
       on conflict (application_id, person_id) do update set part = excluded.part`,
      [ids!['id'], personId, organisationIds],
    )),
});

const OF_OBJECTION = `select subject_id from admission.public_notice where id =
  (select notice_id from admission.objection where id = $1)`;
const PARTS = ['submitter', 'agriculture', 'revitalisation', 'city', 'province', 'reviewer', 'objections', 'recused'];

/** Every part of an application but the one that is asked for. */
export const handsInApplication = (wanted: string, of: 'application' | 'objection' = 'application'): Hand[] =>
  PARTS.filter((part) => part !== wanted).map((part) =>
    inApplication(part, of === 'application' ? '$1::uuid' : OF_OBJECTION),
  );

/** A colleague of the same part: the second reviewer must not sit beside the first. */
export const sameHandInApplication = (part: string): Hand => ({
  ...inApplication(part, '$1::uuid'),
  part: `other ${part}`,
});

const inCase = (part: string, of: string): Hand => ({
  part,
  binds: true,
  give: async ({ house }, { ids }, { personId, organisationIds }) =>
    void (await house.rows(
      `insert into admission.case_part (case_id, person_id, part, organisation_ids, acted_at) select (${of}), $2, '${part}', $3, now()`,
      [ids!['id'], personId, organisationIds],
    )),
});

export const proposer = inCase('proposer', '$1::uuid');
const OF_APPEAL = `select case_id from admission.measure where id = (select measure_id from admission.appeal where id = $1)`;
export const handsInCase = ['opener', 'proposer', 'imposer', 'decider', 'verifier'].map((part) =>
  inCase(part, OF_APPEAL),
);

/** A column that names the person; what the database forbids beside it is not asked of the test. */
export const named = (part: string, statement: string): Hand => ({
  part,
  binds: false,
  give: async ({ house }, { ids }, { personId }) =>
    void (await house.rows(statement, [ids!['id'] ?? ids!['standard'] ?? ids!['number'], personId])),
});
