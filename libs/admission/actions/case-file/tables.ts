import type { ResponseOf } from '@xihuo/contract';
import type { CasePaperRow } from '../../store/application/case-paper.sql';
import { clockOf, joined, PaperTables, type Row, type Table } from './paper-tables';
import { FIELD_WORDS } from './words';

type File = ResponseOf<'GET /admission/applications/{id}/file'>;
type Review = ResponseOf<'GET /admission/applications/{id}/review'>;
type Objection = ResponseOf<'GET /admission/objections'>['data'][number];
type Measure = ResponseOf<'GET /admission/measures'>['data'][number];

export interface Case {
  readonly file: File;
  readonly review: Review;
  readonly papers: readonly CasePaperRow[];
  /** The last round that was handed in; its form is null where it was not kept. */
  readonly handedIn: { readonly round: number; readonly submitted_at: Date; readonly form: File['form'] | null } | null;
  readonly objections: readonly Objection[];
  readonly measures: readonly Measure[];
}

/** What a case file shows, in the order in which a case is read; a table without rows is left out by the paper. */
export class CaseTables extends PaperTables {
  constructor(
    private readonly subject: Case,
    language: 'zh' | 'en',
  ) {
    super(language);
  }

  all(): Table[] {
    return [
      ...[this.form(), this.papers(), this.findings(), this.signatures(), this.reviews(), this.ticks()],
      ...[this.corrections(), this.checks(), this.notices(), this.measures()],
    ];
  }

  private round(round: number): string {
    return this.word('round').replace('{n}', String(round));
  }

  private form(): Table {
    const { file, review, handedIn } = this.subject;
    const { households, state, standard } = file;
    // What is being corrected has not been handed in.
    const form = handedIn?.form ?? file.form;
    const round = handedIn?.round ?? file.round;
    const submittedAt = handedIn?.submitted_at.toISOString() ?? file.submittedAt;
    const steps = Object.entries(form).flatMap(([step, fields]) =>
      Array.isArray(fields)
        ? fields.map((one, index) => [`${step} ${index + 1}`, this.product(one)])
        : Object.entries(fields as object).map(([field, value]) => [this.field(step, field), this.value(value, step)]),
    );
    const head = [
      [this.word('state'), `${this.code(state)} · ${this.round(round)} · ${standard}`],
      [this.word('handedIn'), submittedAt === null ? '' : clockOf(submittedAt)],
      ...review.heldFor.map((one) => [this.word('held'), this.pick(one)]),
    ];
    const linked = households.byModel.map(({ model, count }) => [this.code(model), String(count)]);
    const columns = this.columns(['item', 'value'], [36, 104]);
    return { name: this.word('form'), whole: true, columns, rows: [...head, ...steps, ...linked] };
  }

  private field(step: string, field: string): string {
    return FIELD_WORDS[`${step}/${field}`]?.[this.at] ?? `${step}.${field}`;
  }

  private product(one: { name: string; category: string | null; scClass: string | null; originCode: string | null }) {
    return [one.name, one.category, one.originCode, one.scClass && `SC ${one.scClass}`].filter(Boolean).join(' · ');
  }

  private value(value: unknown, step = ''): string {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return this.word('none');
    if (typeof value === 'boolean') {
      const said = step === 'undertakings' ? (['undertaken', 'notUndertaken'] as const) : (['yes', 'no'] as const);
      return this.word(said[value ? 0 : 1]);
    }
    if (Array.isArray(value)) return value.map((one) => this.value(one)).join(this.at === 0 ? '、' : ', ');
    if (typeof value === 'object')
      return Object.values(value as object)
        .filter(Boolean)
        .join(' ');
    return this.code(String(value));
  }

  private papers(): Table {
    const keys = ['kind', 'fileName', 'pages', 'until', 'handedIn', 'hash'] as const;
    const rows = this.subject.papers.map((paper) => [
      ...[this.code(paper.kind), paper.name + (paper.removed_at ? this.word('takenBack') : ''), String(paper.pages)],
      ...[paper.valid_until ?? '', clockOf(paper.uploaded_at.toISOString()), paper.sha256],
    ]);
    return { name: this.word('papers'), whole: true, columns: this.columns(keys, [22, 36, 6, 12, 18, 46]), rows };
  }

  private findings(): Table {
    const sources = new Map(this.subject.review.checklist.map(({ criterion, source }) => [criterion, source]));
    const rows = this.subject.file.findings.map((one) => [
      ...[`${one.criterion} ${this.pick(one.name)}`, this.code(one.result), this.pick(one.sentence)],
      joined(sources.get(one.criterion), one.check),
    ]);
    const columns = this.columns(['criterion', 'result', 'said', 'source'], [36, 12, 56, 36]);
    return { name: this.word('findings'), whole: true, columns, rows };
  }

  private signatures(): Table {
    const { recommendations, checks } = this.subject.review;
    return this.told('signatures', [
      ...recommendations.map((one): Row => [
        ...([
          clockOf(one.signedAt),
          `${this.code(one.department)} · ${this.round(one.round)}`,
          one.signedBy.name,
        ] as const),
        joined(one.opinion, this.value(one.confirmed), one.sealNumber),
      ]),
      ...checks.map((one): Row => [
        clockOf(one.signedAt),
        `${this.code(one.level)} · ${this.round(one.round)}`,
        one.signedBy.name,
        one.opinion,
      ]),
    ]);
  }

  private reviews(): Table {
    return this.told(
      'reviews',
      this.subject.review.reviews.map((one): Row => {
        const verdict = one.verdict === null ? this.word('notYet') : this.code(one.verdict);
        const isClosed = one.state === 'decided' && one.verdict === null;
        const at = one.decidedAt ?? one.declaredAt;
        const what = `${isClosed ? this.word('closed') : verdict} · ${this.round(one.round)}`;
        return [at === null ? '' : clockOf(at), what, one.reviewer.name, one.reason ?? ''];
      }),
    );
  }

  private ticks(): Table {
    const names = new Map(this.subject.review.checklist.map(({ criterion, name }) => [criterion, this.pick(name)]));
    const rows = this.subject.review.reviews.flatMap((one) =>
      one.items.map(({ criterion, result, note }) => [
        ...[`${criterion} ${names.get(criterion) ?? ''}`, this.code(result), one.reviewer.name, note],
      ]),
    );
    const columns = this.columns(['criterion', 'result', 'who', 'said'], [46, 12, 24, 58]);
    return { name: this.word('ticks'), whole: true, columns, rows };
  }

  private corrections(): Table {
    return this.told(
      'corrections',
      this.subject.review.corrections.map((one): Row => {
        const fields = one.fields.map(({ pointer, note }) => {
          const [, step = '', field = ''] = pointer.split('/');
          return `${this.field(step, field)}: ${note}`;
        });
        return [
          clockOf(one.requestedAt),
          `${this.round(one.round)} · ${one.dueOn}`,
          one.requestedBy.name,
          joined(one.reason, ...fields),
        ];
      }),
    );
  }

  private checks(): Table {
    const { inspections, credit } = this.subject.review;
    return this.told('checks', [
      ...inspections.map((one): Row => [
        ...([one.visitedOn ?? one.plannedOn, this.code(one.result ?? one.state), one.inspector ?? ''] as const),
        joined(
          ...[one.orderReason, one.place, one.summary, one.cancelReason],
          ...one.findings.map(({ item, result, note }) => `${item}: ${this.code(result)} ${note}`.trimEnd()),
        ),
      ]),
      ...credit.map((one): Row => [
        one.queriedOn,
        `${this.code(one.register)} · ${this.code(one.status)}`,
        one.source,
        one.reason,
      ]),
    ]);
  }

  private notices(): Table {
    const { review, objections } = this.subject;
    return this.told('notices', [
      ...review.notices.map((one): Row => [
        `${one.startsOn} – ${one.endsOn}`,
        this.code(one.state),
        '',
        this.pick(one.statement),
      ]),
      ...objections.map((one): Row => [
        clockOf(one.submittedAt),
        this.code(one.state),
        '',
        joined(one.statement, one.decision),
      ]),
    ]);
  }

  private measures(): Table {
    return this.told(
      'measures',
      this.subject.measures.map((one): Row => {
        const { rectification: plan, appeal } = one;
        const what = [this.code(one.kind), this.code(one.state), one.productName].filter(Boolean).join(' · ');
        return [
          ...([clockOf(one.startedAt), what, one.ground ? this.pick(one.ground.name) : ''] as const),
          joined(
            ...[this.pick(one.reason), one.endReason, plan?.rootCause, plan?.correctiveAction, plan?.preventiveAction],
            ...[plan?.report, plan?.verdict, appeal?.statement, appeal?.decision],
          ),
        ];
      }),
    );
  }
}
