import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, money, page, sumOfMoney, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { CONTEST_STATES } from './states';
import * as view from './views';

export const contestView = z.object({
  version: z.number().int(),
  id: uuid,
  state: z.enum(CONTEST_STATES),
  supplier: view.namedSupplier,
  /** Whoever objects: one of the two. */
  household: view.namedHousehold.nullable(),
  collective: view.namedCollective.nullable(),
  obligation: z.object({ id: uuid, kind: view.obligationKind, why: bilingual, earnedOn: date, due: money }),
  reason: z.string(),
  /** The sheet by which it was said in its name. */
  paperId: uuid.nullable(),
  openedAt: instant,
  /** The supplier answers until the end of this day; after it the county looks at it. */
  answerBy: date,
  answer: z
    .object({ by: z.enum(['supplier', 'county']), words: z.string(), added: money.nullable(), at: instant })
    .nullable(),
  escalatedAt: instant.nullable(),
});

const answer = z.strictObject({
  words: text(500, 4),
  /** What is owed beside what was; none: it stays as it is, and the words say why. */
  add: sumOfMoney.nullable().default(null),
});

export const contestRoutes = defineRoutes({
  'GET /benefit/contests': {
    summary: 'Lines that households and village collectives say are wrong, open ones first',
    access: view.benefitReaders,
    query: z.strictObject({
      supplier: uuid.optional(),
      state: z.enum(CONTEST_STATES).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(contestView),
  },
  'GET /benefit/contests/{id}': {
    summary: 'One of them',
    access: view.benefitReaders,
    params: view.byId,
    response: contestView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /benefit/obligations/{id}/contest': {
    summary:
      'A household without a phone says that a line is wrong: written down in its name, with the sheet it signed',
    access: view.desk,
    params: view.byId,
    body: view.saidFor,
    response: contestView,
    status: 201,
    problems: ['NOT_FOUND', 'LINE_OVERTAKEN', 'CONTEST_OPEN', 'PAPER_UNKNOWN'],
  },
  'POST /benefit/contests/{id}/escalate': {
    summary: 'A household without a phone takes it to the county, which writes it down',
    access: only('countyAgriculture', 'countyRevitalisation'),
    params: view.byId,
    response: contestView,
    versioned: 'write',
    problems: [...view.DECIDED, 'ANSWER_NOT_DUE'],
  },
  'POST /benefit/contests/{id}/answer': {
    summary: 'The supplier owes more than it wrote, or says why not',
    access: view.supplierAlone,
    params: view.byId,
    body: answer,
    response: contestView,
    versioned: 'write',
    problems: [...view.DECIDED, 'CORRECTION_AMOUNT', 'FOUR_EYES'],
  },
  'POST /benefit/contests/{id}/decide': {
    summary: 'The county looked at what was taken to it',
    access: only('countyAgriculture', 'countyRevitalisation'),
    params: view.byId,
    body: answer,
    response: contestView,
    versioned: 'write',
    problems: [...view.DECIDED, 'CORRECTION_AMOUNT', 'FOUR_EYES'],
  },
  'POST /me/obligations/{id}/contest': {
    summary: 'The household or the collective says that a line of its own is wrong',
    access: view.payees,
    params: view.byId,
    body: z.strictObject({ reason: text(500, 2) }),
    response: contestView,
    status: 201,
    problems: ['NOT_FOUND', 'LINE_OVERTAKEN', 'CONTEST_OPEN'],
  },
  'GET /me/contests': {
    summary: "The household's or the collective's own objections and how they stand",
    access: view.payees,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(contestView),
  },
  'POST /me/contests/{id}/escalate': {
    summary: 'Not content with the answer, or none came in time: the county looks at it',
    access: view.payees,
    params: view.byId,
    response: contestView,
    versioned: 'write',
    problems: [...view.DECIDED, 'ANSWER_NOT_DUE'],
  },
});
