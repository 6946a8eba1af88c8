import type { machines } from '@xihuo/contract';
import { textPeople } from '@xihuo/identity';
import type { Tx } from '@xihuo/platform';
import { PRODUCT_MESSAGES, type ProductMessage } from '../../rules/product/messages';
import { peopleOfSuppliers } from '../../store/product/people.sql';
import { peopleOfRole } from '../../store/review/people.sql';
import type { ReviewKit } from '../review/review-kit';

export interface AboutProduct {
  /** Of the dossier, the recognition or the listing it is about. */
  readonly id: string;
  readonly supplier_id: string;
  readonly county_code: string;
  readonly product_name: string;
  /** Told once in each version of it. */
  readonly row_version?: number;
}

interface Telling {
  readonly about: AboutProduct;
  readonly message: ProductMessage;
  readonly reason?: string;
  readonly until?: string;
}

/** What a supplier must not miss goes to the phone too. */
const BY_SMS: readonly ProductMessage[] = [
  'dossierCorrections',
  'dossierRejected',
  'listingEnded',
  'recognised',
  'recognitionCorrections',
  'recognitionRejected',
  'recognitionRevoked',
];

/** Tells everybody who acts for the supplier; and those named beside them. */
export async function tellSupplier(
  tx: Tx,
  kit: ReviewKit,
  { others = [], ...telling }: Telling & { others?: readonly (string | null)[] },
): Promise<void> {
  const people = (await tx.sql(peopleOfSuppliers, [[telling.about.supplier_id]])).map(({ person_id: id }) => id);
  await tell(tx, kit, [...people, ...others.filter((id) => id !== null)], telling);
  if (!BY_SMS.includes(telling.message)) return;
  const { title, body } = wordsOf(telling);
  await textPeople(tx, kit, { personIds: people, key: keyOf(telling), text: `${title.zh}：${body.zh}` });
}

/** Tells those whose turn it is. */
export async function tellRoles(tx: Tx, kit: ReviewKit, roles: readonly string[], telling: Telling): Promise<void> {
  const digits = roles.includes('reviewer') ? null : 6;
  const people = await tx.sql(peopleOfRole, [roles, telling.about.county_code, digits]);
  await tell(
    tx,
    kit,
    people.map(({ person_id: id }) => id),
    telling,
  );
}

/** A listing is looked at among the products of its supplier. */
function aboutOf({ about, message }: Telling): machines.NoticeAbout {
  const kind = (['dossier', 'recognition'] as const).find((one) => message.startsWith(one.slice(0, 7)));
  return kind ? `${kind}:${about.id}` : `listing:${about.supplier_id}`;
}

async function tell(tx: Tx, kit: ReviewKit, people: readonly string[], telling: Telling): Promise<void> {
  const { title, body } = wordsOf(telling);
  const about = aboutOf(telling);
  const doer = tx.actor.kind === 'person' ? tx.actor.personId : null;
  for (const personId of new Set(people)) {
    if (personId !== doer) await kit.notices.tell(tx, { personId, key: keyOf(telling), title, body, about });
  }
}

function wordsOf({ about, message, reason, until }: Telling) {
  return PRODUCT_MESSAGES[message]({ product: about.product_name, reason, until });
}

function keyOf({ about, message }: Telling): string {
  return `product.${message}:${about.id}:${about.row_version ?? ''}`;
}
