import { fail, type InputOf } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { mayPublishEdition } from '../../rules/edition';
import {
  dropExclusions,
  fillEdition,
  insertEdition,
  insertExclusions,
  lockEdition,
  publishEditionRow,
  updateEdition,
  type EditionRow,
} from '../../store/edition/edition.sql';
import { peopleOfSuppliers } from '../../store/product/people.sql';
import type { ReviewKit } from '../review/review-kit';

type Draft = InputOf<'PUT /admission/editions/{number}'>['body'];

/** Begins the draft of the next edition. @throws ProblemError EDITION_OPEN */
export async function draftEdition(
  tx: Tx,
  { title, note }: Pick<Draft, 'title' | 'note'>,
): Promise<{ number: number }> {
  const [row] = await tx.sql(insertEdition, [title.zh, title.en, note.zh, note.en, personOf(tx), tx.now]);
  if (!row) throw fail('EDITION_OPEN');
  tx.audit({ action: 'edition.draft', subjectKind: 'edition', subjectId: String(row.number) });
  return row;
}

/** Words of a draft, and what it leaves out, as a whole. @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP */
export async function editEdition(
  tx: Tx,
  { number, version, title, note, exclusions }: Draft & { number: number; version: number },
): Promise<void> {
  await openDraft(tx, { number, version, action: 'edit' });
  await tx.sql(updateEdition, [number, title.zh, title.en, note.zh, note.en]);
  await tx.sql(dropExclusions, [number]);
  const given = new Map(exclusions.map((exclusion) => [`${exclusion.supplierId} ${exclusion.productId}`, exclusion]));
  const rows = [...given.values()].map(({ supplierId, productId, reason }) => ({
    ...{ supplier_id: supplierId, product_id: productId },
    reason,
  }));
  await tx.sql(insertExclusions, [number, JSON.stringify(rows), personOf(tx), tx.now]);
  const after = { exclusions: rows.length };
  tx.audit({ action: 'edition.edit', subjectKind: 'edition', subjectId: String(number), after });
}

/**
 * Publishes an edition: what is recognised and may be sold at this moment, minus what its editor left out. It is written down as it
 * is and never changes; the next edition says what left, and why.
 *
 * @throws ProblemError NOT_FOUND, FOUR_EYES, STALE_VERSION, NOT_AT_THIS_STEP, EDITION_EMPTY
 */
export async function publishEdition(
  tx: Tx,
  kit: ReviewKit,
  { number, version }: { number: number; version: number },
): Promise<void> {
  await openDraft(tx, { number, version, action: 'publish' });
  const written = await tx.sql(fillEdition, [number]);
  const entries = written.filter(({ part }) => part === 'entry');
  if (entries.length === 0) throw fail('EDITION_EMPTY');
  const departures = written.filter(({ part }) => part === 'departure');
  const today = time.businessDate(tx.now);
  await tx.sql(publishEditionRow, [number, personOf(tx), tx.now, today, entries.length, departures.length]);
  tx.audit({
    action: 'edition.publish',
    subjectKind: 'edition',
    subjectId: String(number),
    after: { entries: entries.length, departures: departures.length },
  });
  await tellSuppliers(tx, kit, number, { entries, departures });
}

async function openDraft(
  tx: Tx,
  { number, version, action }: { number: number; version: number; action: 'edit' | 'publish' },
): Promise<EditionRow> {
  tx.attempt({ action: `edition.${action}`, subjectKind: 'edition', subjectId: String(number) });
  const [row] = await tx.sql(lockEdition, [number]);
  if (!row) throw fail('NOT_FOUND');
  if (action === 'publish' && !mayPublishEdition(personOf(tx), row))
    throw fail('FOUR_EYES', { extra: { why: 'SUBMITTED_IT' } });
  mustBeVersion(row.row_version, version);
  if (row.state !== 'draft') throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  return row;
}

/** Everybody whose goods are in it hears once; so does everybody whose goods are no longer. */
async function tellSuppliers(
  tx: Tx,
  { notices }: ReviewKit,
  number: number,
  { entries, departures }: Record<'entries' | 'departures', readonly { supplier_id: string }[]>,
): Promise<void> {
  const telling = [
    {
      ...{ key: `edition.listed:${number}`, about: `edition:${number}` as const },
      of: entries,
      title: { zh: `推荐目录第${number}期已发布`, en: `Edition ${number} of the recommended catalogue` },
      body: { zh: '贵单位的产品收录在本期推荐目录中。', en: 'Products of yours are in this edition.' },
    },
    {
      ...{ key: `edition.left:${number}`, about: `edition:${number}` as const },
      of: departures,
      title: { zh: `推荐目录第${number}期：有产品移出`, en: `Edition ${number}: products of yours left it` },
      body: {
        zh: '贵单位有产品未再收录，原因见本期移出目录。',
        en: 'Products of yours are no longer in it; the edition says why.',
      },
    },
  ];
  for (const { of, ...notice } of telling) {
    const people = await tx.sql(peopleOfSuppliers, [[...new Set(of.map((row) => row.supplier_id))]]);
    await notices.tellAll(
      tx,
      people.map(({ person_id: id }) => id),
      notice,
    );
  }
}

function personOf({ actor }: Tx): string {
  must(actor.kind === 'person', 'people make editions');
  return actor.personId;
}
