import { products, standards } from '@xihuo/admission';
import { firstStandard } from '@xihuo/testing';
import { row, type Row } from './table';
import type { Made, World } from './world';
import type { CallerName } from './callers';
import { withBody } from './product-rows';

const WORDS = { title: { zh: '第一版', en: 'First edition' }, note: { zh: '', en: '' } };
/** What lies in no county is everybody's who has the role, wherever they sit. */
const OPERATORS: readonly CallerName[] = ['operator', 'operatorElsewhere'];
const REVIEWERS: readonly CallerName[] = ['reviewer', 'reviewerElsewhere'];
const AUDITORS: readonly CallerName[] = ['auditor', 'auditorElsewhere'];
const READERS = [...OPERATORS, ...REVIEWERS, ...AUDITORS];

/** The standard that drafts are copies of, its weights being sound; the one in force stays that of the desk. */
export async function standardToCopy({ house, products: desk }: World): Promise<void> {
  await desk.recognised(await desk.seller());
  const first = await firstStandard();
  await house.does((tx) => standards.load(tx, first));
  await house.rows(
    `update admission.standard set published_on = '2019-11-01', effective_from = '2019-12-01' where version = $1`,
    [first.version],
  );
}

let count = 100;

/** Drafted by an operator who is not among the callers: somebody else publishes it. */
export async function draft({ watch }: World): Promise<Made> {
  const standard = `2030-${(count += 1)}`;
  const drafter = await watch.person('operator');
  const wanted = { standard, basedOn: '2026-1', title: { zh: '标准', en: 'Standard' } };
  await watch.by(drafter, (tx) => standards.begin(tx, wanted));
  return { ids: { standard } };
}

async function commenting(world: World): Promise<Made> {
  const made = await draft(world);
  const { version } = await world.granted('operator', `POST ${STANDARD}/open-comments`, {
    ...made,
    body: { until: await world.day(7) },
  });
  return { ...made, version: version as number };
}

/** As if the days of comments were over: the clock is everybody's. */
export async function commented(world: World): Promise<Made> {
  const made = await commenting(world);
  await world.house.rows(
    `update admission.standard_draft set comments_from = comments_from - 10, comments_until = comments_until - 10 where version = $1`,
    [made.ids!['standard']],
  );
  return made;
}

async function comment(world: World): Promise<Made> {
  const { ids, version } = await commenting(world);
  const [made] = await world.house.rows<{ id: string }>(
    `insert into admission.standard_comment (version, author_name, statement, commented_at)
     values ($1, '示例村民', '建议放宽年限', now()) returning id`,
    [ids!['standard']],
  );
  return { ids: { ...ids, id: made!.id }, version: version! };
}

async function content(world: World): Promise<Made> {
  const made = await draft(world);
  const view = await world.granted('operator', `GET ${STANDARD}`, made);
  const { title, summary, criteria, checkLevels, source } = view;
  return { ...made, body: { title, summary, criteria, checkLevels, source } };
}

/** One edition is drafted at a time. */
async function edition({ house, watch }: World): Promise<Made> {
  await house.rows(`delete from admission.catalogue_edition where state = 'draft'`);
  const { number } = await watch.by(await watch.person('operator'), (tx) => products.draftEdition(tx, WORDS));
  return { ids: { number } };
}

async function synonyms({ house }: World): Promise<Made> {
  const words = [`示例甲${(count += 1)}`, `示例乙${count}`];
  const [made] = await house.rows<{ id: string }>(
    `insert into catalogue.synonym_group (words, spellings, updated_by) values ($1, $1, 'test') returning id`,
    [words],
  );
  return { ids: { id: made!.id }, version: 1, body: { words: words.map((word) => `${word}改`) } };
}

async function indication({ house }: World): Promise<Made> {
  const [made] = await house.rows<{ id: string }>(
    `insert into catalogue.indication (name_zh, name_en, kinds, source)
     values ($1, 'Example', '{地理标志商标}', 'https://example.org') returning id`,
    [`示例地标${(count += 1)}`],
  );
  return { ids: { id: made!.id }, version: 1 };
}

const INDICATION = '/catalogue/indications/{id}' as const;
const STANDARD = '/admission/standards/{standard}' as const;
const EDITION = '/admission/editions/{number}' as const;

/** Standards, editions, indications and synonyms, which lie in no county. */
export const nationwideRows: readonly Row[] = [
  row(`GET ${STANDARD}`, 'a draft', READERS, draft),
  row(`PUT ${STANDARD}`, 'a draft', OPERATORS, content),
  row(`POST ${STANDARD}/open-comments`, 'a draft', OPERATORS, async (world) => ({
    ...(await draft(world)),
    body: { until: await world.day(7) },
  })),
  row(`POST ${STANDARD}/revise`, 'a draft before the public', OPERATORS, commenting),
  row(
    `POST ${STANDARD}/comments/{id}/answer`,
    'a comment',
    OPERATORS,
    withBody(comment, { adopted: false, answer: '上位规定所限' }),
  ),
  row(`POST ${STANDARD}/publish`, 'a draft that was commented', [...OPERATORS, ...REVIEWERS], async (world) => ({
    ...(await commented(world)),
    body: { effectiveFrom: await world.day(20) },
  })),
  row(`POST ${STANDARD}/withdraw`, 'a draft', OPERATORS, withBody(draft, { reason: '重新起草' })),
  row(`GET ${EDITION}`, 'a draft', READERS, edition),
  row(`GET ${EDITION}/entries`, 'a draft', READERS, edition),
  row(`PUT ${EDITION}`, 'a draft', OPERATORS, withBody(edition, { ...WORDS, exclusions: [] })),
  row(`POST ${EDITION}/publish`, 'a draft', [...OPERATORS, ...REVIEWERS], edition),
  row(`GET ${INDICATION}`, 'an indication', READERS, indication),
  row(`GET ${INDICATION}/users`, 'an indication', READERS, indication),
  row(
    `PUT ${INDICATION}`,
    'an indication',
    OPERATORS,
    withBody(indication, {
      ...{ nameEn: 'Example', kinds: ['地理标志商标'], holder: '示例协会', markNumber: '1' },
      ...{ validFrom: null, validUntil: null, source: 'https://example.org' },
    }),
  ),
  row('PUT /search/synonyms/{id}', 'a group', OPERATORS, synonyms),
  row('DELETE /search/synonyms/{id}', 'a group', OPERATORS, synonyms),
];
