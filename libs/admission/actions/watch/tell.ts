import { machines } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { textPeople } from '@xihuo/identity';
import type { Tx } from '@xihuo/platform';
import { inCharge } from '../../rules/watch/in-charge';
import type { Message } from '../../rules/watch/messages';
import { peopleOfRole } from '../../store/review/people.sql';
import { peopleAround } from '../../store/watch/people.sql';
import type { ReviewKit } from '../review/review-kit';

export interface Telling {
  readonly supplierId: string;
  readonly key: string;
  readonly message: (supplier: string) => Message;
  /** The county that recommended it hears of it too. */
  readonly county?: true;
  /** What must not be missed goes to the phone as well. */
  readonly sms?: true;
}

interface Answer {
  readonly countyCode: string;
  /** Who asked for it, such as who imposed the measure. */
  readonly asked: readonly string[];
  readonly key: string;
  readonly message: Message;
}

/** What a key tells of, which it names first: `measure.imposed:ID` is about `measure:ID`. */
function aboutOf(key: string): machines.NoticeAbout {
  const [, kind, id] = /^([a-z]+)\.\w+:([0-9a-f-]{36})/.exec(key) ?? [];
  must(kind && Object.hasOwn(machines.NOTICE_KINDS, kind), `${key} says what it tells of`);
  return `${kind as keyof typeof machines.NOTICE_KINDS}:${id!}`;
}

/** Tells the reviewers whose turn it is now that a supplier answered. */
export async function tellInCharge(tx: Tx, kit: ReviewKit, { countyCode, asked, key, message }: Answer): Promise<void> {
  const reviewing = (await tx.sql(peopleOfRole, [['reviewer'], countyCode, null])).map((one) => one.person_id);
  const told = inCharge(asked, reviewing);
  if (told.length > 0)
    await kit.notices.tellAll(tx, told, { key, title: message.title, body: message.body, about: aboutOf(key) });
}

/** Tells the people of suppliers, and where it matters their counties, what happened; whoever did it knows. */
export async function tellSuppliers(tx: Tx, kit: ReviewKit, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return;
  const ids = [...new Set(tellings.map(({ supplierId }) => supplierId))];
  const around = new Map((await tx.sql(peopleAround, [ids])).map((row) => [row.supplier_id, row]));
  const doer = tx.actor.kind === 'person' ? tx.actor.personId : null;
  for (const { supplierId, key, message, county, sms } of tellings) {
    const people = around.get(supplierId);
    must(people, 'a supplier is an organisation');
    const told = [...new Set([...people.own, ...(county ? people.county : [])])].filter((id) => id !== doer);
    const { title, body } = message(people.supplier_name);
    if (told.length > 0) await kit.notices.tellAll(tx, told, { key, title, body, about: aboutOf(key) });
    if (sms && people.own.length > 0) {
      await textPeople(tx, kit, { personIds: people.own, key, text: `${title.zh}：${body.zh}` });
    }
  }
}
