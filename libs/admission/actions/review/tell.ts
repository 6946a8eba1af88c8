import { textPeople } from '@xihuo/identity';
import type { Tx } from '@xihuo/platform';
import { MESSAGES, type MessageName, type Told } from '../../rules/review/messages';
import type { Step } from '../../rules/review/next-step';
import type { CaseRow } from '../../store/review/case.sql';
import { peopleOfApplication, peopleOfRole } from '../../store/review/people.sql';
import type { ReviewKit } from './review-kit';

export type About = Pick<CaseRow, 'id' | 'supplier_name' | 'county_code' | 'review_round'>;

interface Telling extends Omit<Told, 'supplier'> {
  readonly about: About;
  readonly message: MessageName;
  /** Of several of one kind in one round. */
  readonly which?: string;
}

/** What an applicant must not miss goes to the phone too. */
const BY_SMS: readonly MessageName[] = [
  'correctionsRequested',
  'rejected',
  'published',
  'certified',
  'inspectionPlanned',
  'inspectionCancelled',
];

/** Tells the applicant, and whoever signed or reviewed, what became of an application. The one who did it knows. */
export async function tellConcerned(tx: Tx, kit: ReviewKit, telling: Telling): Promise<void> {
  const people = await tx.sql(peopleOfApplication, [telling.about.id]);
  const personIds = people.map((person) => person.person_id);
  await tellAll(tx, kit, personIds, telling);
  if (!BY_SMS.includes(telling.message)) return;
  const applicants = people.filter((person) => person.of_supplier).map((person) => person.person_id);
  const { title, body } = wordsOf(telling);
  await textPeople(tx, kit, { personIds: applicants, key: keyOf(telling), text: `${title.zh}：${body.zh}` });
}

const ROLES: Readonly<Record<Step, { roles: string[]; digits: number | null }>> = {
  county: { roles: ['countyAgriculture', 'countyRevitalisation'], digits: 6 },
  city: { roles: ['auditor'], digits: 4 },
  province: { roles: ['auditor'], digits: 2 },
  review: { roles: ['reviewer'], digits: null },
};

/** Tells those whose turn it is; an application that was handed in is told to its county by this too. */
export async function tellStep(
  tx: Tx,
  kit: ReviewKit,
  { step, ...telling }: Omit<Telling, 'message'> & { step: Step; message?: MessageName },
): Promise<void> {
  const { roles, digits } = ROLES[step];
  const people = await tx.sql(peopleOfRole, [roles, telling.about.county_code, digits]);
  const personIds = people.map((person) => person.person_id);
  await tellAll(tx, kit, personIds, { message: 'waitsForYou', ...telling }, step);
}

async function tellAll(
  tx: Tx,
  { notices }: ReviewKit,
  personIds: readonly string[],
  telling: Telling,
  step = '',
): Promise<void> {
  const { title, body } = wordsOf(telling);
  // What an objection is told by names it behind what it is against.
  const [of, objection] = telling.about.id.split(':');
  const about = objection ? (`objection:${objection}` as const) : (`application:${of!}` as const);
  const doer = tx.actor.kind === 'person' ? tx.actor.personId : null;
  for (const personId of personIds.filter((id) => id !== doer)) {
    await notices.tell(tx, { personId, key: `${keyOf(telling)}:${step}`, title, body, about });
  }
}

function wordsOf({ about, message, which, ...told }: Telling) {
  return MESSAGES[message]({ supplier: about.supplier_name, ...told });
}

/** One message of one round; a second inspection is planned for another day and told anew. */
function keyOf({ about, message, until = '', which = until }: Telling): string {
  return `application.${message}:${about.id}:${about.review_round}:${which}`;
}
