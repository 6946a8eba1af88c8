import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import { mustBeVersion, type Database, type Grant, type Notices, type Tx } from '@xihuo/platform';
import {
  answerMandate,
  endOpenMandate,
  insertMandate,
  lockMandate,
  mandateById,
  mandatesOf,
  peopleOfSupplier,
  type MandateRow,
} from '../../store/application/mandate.sql';
import { mandateView, type MandateView } from '../../store/application/views';
import { touchApplication } from '../../store/review/case.sql';
import type { ReviewKit } from '../review/review-kit';
import { mandateEnded } from '../watch/mandate-ended';
import { lockEditable, suppliersOf } from './own-file';

/**
 * A trader asks a producer who may sell for its mandate; whoever was asked before is asked no longer.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP, MANDATE_UNSOUND
 */
export async function askForMandate(
  tx: Tx,
  notices: Notices,
  id: string,
  { producerId, validUntil }: InputOf<'POST /admission/applications/{id}/mandate'>['body'],
): Promise<MandateView> {
  const { row, personId } = await lockEditable(tx, { id, action: 'askForMandate', version: null });
  const kind = row.form.subject?.kind ?? row.kind;
  if (kind !== 'trader' || producerId === row.supplier_id || validUntil <= time.businessDate(tx.now))
    throw fail('MANDATE_UNSOUND');
  await tx.sql(endOpenMandate, [id]);
  const [asked] = await tx.sql(insertMandate, [id, row.supplier_id, producerId, validUntil, personId, tx.now]);
  if (!asked) throw fail('MANDATE_UNSOUND');
  await tx.sql(touchApplication, [id]);
  tx.audit({
    action: 'mandate.ask',
    subjectKind: 'application',
    subjectId: id,
    after: { mandateId: asked.id, producerId, validUntil },
  });
  const mandate = await mandateOf(tx, asked.id);
  await tellSide(tx, notices, producerId, mandate, 'asked', {
    title: { zh: '有贸易企业请求代理委托', en: 'A trading company asks for your mandate' },
    body: {
      zh: `${mandate.trader_name}请求代理销售，期限至 ${validUntil}，请确认或拒绝。`,
      en: `${mandate.trader_name} asks to sell as your agent until ${validUntil}: confirm or refuse.`,
    },
  });
  return mandateView(mandate);
}

const ANSWERS = { confirm: '已确认', refuse: '已拒绝', end: '已终止' } as const;
const ANSWERS_EN = { confirm: 'was confirmed', refuse: 'was refused', end: 'was ended' } as const;

/**
 * The producer confirms or refuses, never the trader for it, nor one person for both; either side ends it, and an admitted
 * trader with nobody's mandate sells nothing on its next request.
 *
 * @throws ProblemError NOT_FOUND, FOUR_EYES, STALE_VERSION, NOT_AT_THIS_STEP
 */
export async function answerForMandate(
  tx: Tx,
  kit: ReviewKit,
  { id, version, answer }: { id: string; version: number; answer: machines.MandateEvent },
): Promise<MandateView> {
  tx.attempt({ action: `mandate.${answer}`, subjectKind: 'mandate', subjectId: id });
  must(tx.actor.kind === 'person', 'people answer');
  const { personId, grants } = tx.actor;
  const own = suppliersOf(grants);
  const [row] = await tx.sql(lockMandate, [id, own]);
  if (!row) throw fail('NOT_FOUND');
  const speaksForProducer = own.includes(row.producer_id);
  if (answer !== 'end' && (!speaksForProducer || own.includes(row.trader_id) || row.asked_by === personId))
    throw fail('FOUR_EYES');
  mustBeVersion(row.row_version, version);
  const next = states.transition(machines.mandateStates, row.state, answer);
  if (next === null) throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  await tx.sql(answerMandate, [id, next, personId, tx.now]);
  tx.audit({
    action: `mandate.${answer}`,
    subjectKind: 'mandate',
    subjectId: id,
    before: { state: row.state },
    after: { state: next },
  });
  if (row.state === 'confirmed') await mandateEnded(tx, kit, row);
  const other = speaksForProducer ? row.trader_id : row.producer_id;
  await tellSide(tx, kit.notices, other, row, next, {
    title: { zh: `代理委托${ANSWERS[answer]}`, en: `A mandate ${ANSWERS_EN[answer]}` },
    body: {
      zh: `${row.producer_name}与${row.trader_name}的代理委托${ANSWERS[answer]}。`,
      en: `The mandate of ${row.producer_name} to ${row.trader_name} ${ANSWERS_EN[answer]}.`,
    },
  });
  return mandateView(await mandateOf(tx, id));
}

export async function listMandates(
  database: Database,
  grants: readonly Grant[],
  { waiting }: InputOf<'GET /me/mandates'>['query'],
): Promise<ResponseOf<'GET /me/mandates'>> {
  return { data: (await database.read(mandatesOf, [suppliersOf(grants), waiting ?? false])).map(mandateView) };
}

async function mandateOf(tx: Tx, id: string): Promise<MandateRow> {
  const [row] = await tx.sql(mandateById, [id]);
  must(row, 'a mandate that was written is there');
  return row;
}

type Words = Omit<Parameters<Notices['tellAll']>[2], 'key' | 'about'>;

async function tellSide(
  tx: Tx,
  notices: Notices,
  supplierId: string,
  { id }: MandateRow,
  what: string,
  words: Words,
): Promise<void> {
  const people = await tx.sql(peopleOfSupplier, [supplierId]);
  await notices.tellAll(
    tx,
    people.map((person) => person.person_id),
    { key: `mandate.${what}:${id}`, about: `mandate:${id}`, ...words },
  );
}
