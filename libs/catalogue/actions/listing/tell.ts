import type { Notices, Tx } from '@xihuo/platform';
import type { ChangeRow } from '../../store/listing/change.sql';
import { peopleActingFor, reviewersOf } from '../../store/listing/listing.sql';

type About = Pick<ChangeRow, 'id' | 'supplier_id' | 'county_code' | 'name_zh' | 'supplier_name' | 'row_version'>;

const OUTCOMES = {
  published: { zh: '商品修改已发布', en: 'A change of a listing is published' },
  rejected: { zh: '商品修改未通过', en: 'A change of a listing was refused' },
  changesRequested: { zh: '商品修改须调整', en: 'A change of a listing must be changed' },
} as const;
export type Outcome = keyof typeof OUTCOMES;

export async function tellReviewers(tx: Tx, { notices }: { notices: Notices }, about: About): Promise<void> {
  const people = await tx.sql(reviewersOf, [about.county_code]);
  await notices.tellAll(
    tx,
    people.map(({ person_id: id }) => id),
    {
      ...{ key: `listing.waits:${about.id}:${about.row_version}`, about: `change:${about.id}` },
      title: { zh: '有商品修改待复核', en: 'A change of a listing waits for you' },
      body: {
        zh: `${about.supplier_name}提交了“${about.name_zh}”的修改。`,
        en: `${about.supplier_name} has handed in a change of ${about.name_zh}.`,
      },
    },
  );
}

/** Whoever acts for the supplier hears what became of it, with the reviewer's own words. */
export async function tellSupplier(
  tx: Tx,
  { notices }: { notices: Notices },
  { about, outcome, message }: { about: About; outcome: Outcome; message: string },
): Promise<void> {
  const people = await tx.sql(peopleActingFor, [about.supplier_id]);
  const said = message === '' ? { zh: '。', en: '.' } : { zh: `：${message}`, en: `: ${message}` };
  await notices.tellAll(
    tx,
    people.map(({ person_id: id }) => id),
    {
      ...{ key: `listing.${outcome}:${about.id}:${about.row_version}`, about: `change:${about.id}` },
      title: OUTCOMES[outcome],
      body: { zh: `“${about.name_zh}”的修改${said.zh}`, en: `The change of ${about.name_zh}${said.en}` },
    },
  );
}
