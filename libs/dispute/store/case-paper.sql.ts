import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface EvidenceRow {
  file_id: string;
  side: machines.disputing.DisputeSide;
  media_type: string;
  pages: number;
  kept_at: Date;
  sha256: string | null;
}

/** What either side handed in, with the hash of its bytes. $1 the case. */
export const evidenceOfCase = statement<EvidenceRow>(
  'dispute.evidence_of_case',
  `select paper.file_id, paper.side, paper.media_type, paper.pages, paper.kept_at, file.sha256
     from dispute.paper left join platform.file_hash_v file on file.id = paper.file_id
    where paper.dispute_id = $1 order by paper.kept_at, paper.file_id`,
);

export interface HandRow {
  part: 'mediator' | 'decider' | 'appealDecider' | 'referrer' | 'concluder';
  name: string | null;
  acted_at: Date;
}

/** Who of the platform did what in it. $1 the case. */
export const handsOfDispute = statement<HandRow>(
  'dispute.hands_of_dispute',
  `select had.part, person.display_name as name, had.acted_at
     from dispute.case_part had left join identity.person_v person on person.id = had.person_id
    where had.dispute_id = $1 order by had.acted_at, had.part`,
);

export interface StepRow {
  at: string;
  action: string;
  /** Of those who acted for the platform alone: neither side is named. */
  name: string | null;
  position: string | null;
}

/** Every step of it in the trail, with its position in the public chain. $1 the case. */
export const stepsOfDispute = statement<StepRow>(
  'dispute.steps_of_dispute',
  `select content.content::json ->> 'at' as at, content.content::json ->> 'action' as action, person.display_name as name,
          place.position::text as position
     from platform.audit_content_v content
     left join dispute.case_part had
       on had.dispute_id = $1::uuid and content.content::json ->> 'actor' = 'person:' || had.person_id
     left join identity.person_v person on person.id = had.person_id
     left join platform.audit_place_v place on place.entry_id = content.entry_id
    where content.subject_kind = 'dispute' and content.subject_id = $1::text
    group by content.entry_id, content.content, person.display_name, place.position
    order by content.entry_id`,
);
