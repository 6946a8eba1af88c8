import { type Notices, type Tx } from '@xihuo/platform';
import { MESSAGES, type MessageName, type Told } from '../../rules/review/messages';
import type { Step } from '../../rules/review/next-step';
import type { CaseRow } from '../../store/review/case.sql';
import { peopleOfApplication, peopleOfRole } from '../../store/review/people.sql';

export type About = Pick<CaseRow, 'id' | 'supplier_name' | 'county_code' | 'review_round'>;

/** Tells the applicant, and whoever signed or reviewed, what became of an application. The one who did it knows. */
export async function tellConcerned(
  tx: Tx,
  notices: Notices,
  { about, message, only, ...told }: { about: About; message: MessageName; only?: 'supplier' } & Omit<Told, 'supplier'>,
): Promise<void> {
  const people = await tx.sql(peopleOfApplication, [about.id]);
  const wanted = people.filter((person) => only === undefined || person.of_supplier);
  await tellAll(tx, notices, wanted, { about, message, told });
}

const ROLES: Readonly<Record<Step, { roles: string[]; digits: number | null }>> = {
  county: { roles: ['countyAgriculture', 'countyRevitalisation'], digits: 6 },
  city: { roles: ['auditor'], digits: 4 },
  province: { roles: ['auditor'], digits: 2 },
  review: { roles: ['reviewer'], digits: null },
};

/** Tells those whose turn it is. */
export async function tellStep(
  tx: Tx,
  notices: Notices,
  {
    about,
    step,
    message = 'waitsForYou',
    ...told
  }: { about: About; step: Step; message?: MessageName; reason?: string },
): Promise<void> {
  const { roles, digits } = ROLES[step];
  await tellAll(tx, notices, await tx.sql(peopleOfRole, [roles, about.county_code, digits]), {
    about,
    message,
    told,
    step,
  });
}

async function tellAll(
  tx: Tx,
  notices: Notices,
  people: readonly { person_id: string }[],
  {
    about,
    message,
    told,
    step = '',
  }: { about: About; message: MessageName; told: Omit<Told, 'supplier'>; step?: string },
): Promise<void> {
  const { title, body } = MESSAGES[message]({ supplier: about.supplier_name, ...told });
  const key = `application.${message}:${about.id}:${about.review_round}:${step}${told.until ?? ''}`;
  const doer = tx.actor.kind === 'person' ? tx.actor.personId : null;
  for (const { person_id: personId } of people.filter((person) => person.person_id !== doer)) {
    await notices.tell(tx, { personId, key, title, body });
  }
}
