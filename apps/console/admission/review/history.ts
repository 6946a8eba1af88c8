import type { Application, Department, File, Review } from './case';

/** What happened, as facts: the page puts them into words. */
export type Happening =
  | { kind: 'submitted'; round: number }
  | { kind: 'signed'; department: Department; by: string; text: string; seal: string | null }
  | { kind: 'checked'; level: 'city' | 'province'; by: string; text: string }
  | { kind: 'declared'; by: string }
  | { kind: 'decided'; by: string; verdict: 'approve' | 'reject' | null; text: string | null }
  | { kind: 'corrections'; by: string; text: string; fields: Review['corrections'][number]['fields'] }
  | { kind: 'inspected'; result: 'pass' | 'improve' | 'fail'; by: string; text: string }
  | { kind: 'inspectionOff'; text: string }
  | { kind: 'credit'; register: Review['credit'][number]['register']; status: 'clear' | 'listed'; text: string }
  | { kind: 'notice'; text: Review['notices'][number]['statement'] }
  | { kind: 'noticeOver'; state: Review['notices'][number]['state'] }
  | { kind: 'decision'; state: Application['state']; text: string | null };

export interface Event {
  at: string;
  what: Happening;
}

/** A time it was handed in. */
export interface Round {
  round: number;
  submittedAt: string;
}

/** Every step with its time, the newest first. The file tells of the last round only: `rounds` brings those before it. */
export function historyOf(application: Application, file: File, review: Review, rounds: readonly Round[]): Event[] {
  const events: (Event | { at: string | null; what: Happening })[] = [
    ...rounds
      .filter(({ round }) => round < review.round)
      .map(({ round, submittedAt }) => ({ at: submittedAt, what: { kind: 'submitted' as const, round } })),
    { at: file.submittedAt, what: { kind: 'submitted', round: review.round } },
    ...review.recommendations.map((one) => ({
      at: one.signedAt,
      what: {
        ...{ kind: 'signed' as const, department: one.department },
        ...{ by: one.signedBy.name, text: one.opinion, seal: one.sealNumber },
      },
    })),
    ...review.checks.map((one) => ({
      at: one.signedAt,
      what: { kind: 'checked' as const, level: one.level, by: one.signedBy.name, text: one.opinion },
    })),
    ...review.reviews.flatMap((one) => [
      { at: one.declaredAt, what: { kind: 'declared' as const, by: one.reviewer.name } },
      {
        at: one.decidedAt,
        what: { kind: 'decided' as const, by: one.reviewer.name, verdict: one.verdict, text: one.reason },
      },
    ]),
    ...review.corrections.map((one) => ({
      at: one.requestedAt,
      what: { kind: 'corrections' as const, by: one.requestedBy.name, text: one.reason, fields: one.fields },
    })),
    ...review.inspections.map((one) => ({
      at: one.closedAt,
      what:
        one.result === null
          ? { kind: 'inspectionOff' as const, text: one.cancelReason ?? '' }
          : { kind: 'inspected' as const, result: one.result, by: one.inspector ?? '', text: one.summary ?? '' },
    })),
    ...review.credit.map((one) => ({
      at: one.recordedAt,
      what: { kind: 'credit' as const, register: one.register, status: one.status, text: one.source },
    })),
    ...review.notices.flatMap((one) => [
      { at: one.publishedAt, what: { kind: 'notice' as const, text: one.statement } },
      { at: one.closedAt, what: { kind: 'noticeOver' as const, state: one.state } },
    ]),
    {
      at: application.decidedAt,
      what: { kind: 'decision', state: application.state, text: application.decisionReason },
    },
  ];
  return events.filter((event): event is Event => event.at !== null).sort((one, two) => two.at.localeCompare(one.at));
}
