import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { newId, pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import {
  answerQuestion,
  insertQuestion,
  lockQuestion,
  peopleOffering,
  questionsAtWork,
  questionsOfProduct,
  ratingOf,
} from '../store/feedback.sql';
import { questionView, workQuestion, type QuestionView, type WorkQuestion } from '../store/feedback-view';
import type { Entrance } from './case-door';
import type { DisputeKit } from './dispute-kit';

export async function listQuestions(
  database: Database,
  { params, query }: InputOf<'GET /products/{slug}/questions'>,
): Promise<ResponseOf<'GET /products/{slug}/questions'>> {
  const [product] = await database.read(ratingOf, [params.slug]);
  if (!product) throw fail('NOT_FOUND');
  const { cursor, limit } = query;
  const rows = await database.read(questionsOfProduct, [params.slug, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, questionView);
}

/** Asks something about a product; whoever offers it is told. @throws ProblemError NOT_FOUND */
export async function ask(
  tx: Tx,
  kit: DisputeKit,
  { slug, personId, words }: { slug: string; personId: string; words: string },
): Promise<QuestionView> {
  const [product] = await tx.sql(ratingOf, [slug]);
  if (!product) throw fail('NOT_FOUND');
  const id = newId();
  await tx.sql(insertQuestion, [id, product.product_id, words, personId, tx.now]);
  tx.audit({
    action: 'question.ask',
    subjectKind: 'question',
    subjectId: id,
    after: { productId: product.product_id },
  });
  const people = (await tx.sql(peopleOffering, [product.product_id])).map((one) => one.person_id);
  if (people.length > 0)
    await kit.notices.tellAll(tx, people, {
      ...{ key: `question:${id}`, about: `question:${id}` },
      title: { zh: '有人提问', en: 'A question about a product' },
      body: { zh: words, en: words },
    });
  return { id, words, askedAt: tx.now.toISOString(), answer: null };
}

export async function listQuestionsAtWork(
  database: Database,
  supplierIds: readonly string[],
  { waiting, cursor, limit }: InputOf<'GET /supplier/questions'>['query'],
): Promise<ResponseOf<'GET /supplier/questions'>> {
  const rows = await database.read(questionsAtWork, [supplierIds, placeIn(cursor), limit + 1, waiting ?? false]);
  return pageOf(rows, limit, (row) => row.id, workQuestion);
}

/** Answers it, whoever of those who offer the product comes first. @throws ProblemError NOT_FOUND, QUESTION_ANSWERED */
export async function answer(
  tx: Tx,
  kit: DisputeKit,
  { personId, supplierIds }: Extract<Entrance, { side: 'supplier' }>,
  { id, words }: { id: string; words: string },
): Promise<WorkQuestion> {
  tx.attempt({ action: 'question.answer', subjectKind: 'question', subjectId: id });
  const [row] = await tx.sql(lockQuestion, [supplierIds, id]);
  if (!row) throw fail('NOT_FOUND');
  if (row.answer !== null) throw fail('QUESTION_ANSWERED');
  await tx.sql(answerQuestion, [id, words, row.own_supplier, personId, tx.now]);
  tx.audit({
    action: 'question.answer',
    subjectKind: 'question',
    subjectId: id,
    after: { supplierId: row.own_supplier },
  });
  await kit.notices.tell(tx, {
    personId: row.asked_by,
    about: `product:${row.product_slug}`,
    key: `question.answered:${id}`,
    title: { zh: '您的提问有了回答', en: 'Your question is answered' },
    body: { zh: `${row.product_name}：${words}`, en: `${row.product_name}: ${words}` },
  });
  const [answered] = await tx.sql(lockQuestion, [supplierIds, id]);
  must(answered, 'it is still there');
  return workQuestion(answered);
}
