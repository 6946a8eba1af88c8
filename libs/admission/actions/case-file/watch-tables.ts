import type { ResponseOf } from '@xihuo/contract';
import type { ExitRow } from '../../store/exit/exit.sql';
import type { WatchPaperRow } from '../../store/watch/case-file.sql';
import { clockOf, joined, PaperTables, type Row, type Table } from './paper-tables';

type Measure = ResponseOf<'GET /admission/measures/{id}'>;

export interface WatchCase {
  readonly found: ResponseOf<'GET /admission/cases/{id}'>;
  readonly measures: readonly Measure[];
  readonly papers: readonly WatchPaperRow[];
  readonly exits: readonly ExitRow[];
  /** By measure: who imposed it and who decided on the appeal. */
  readonly hands: ReadonlyMap<string, { readonly imposed: string | null; readonly decided: string | null }>;
}

/** What the file of a case of watching shows, from what was found to what became of the supplier. */
export class WatchTables extends PaperTables {
  constructor(
    private readonly subject: WatchCase,
    language: 'zh' | 'en',
  ) {
    super(language);
  }

  all(): Table[] {
    return [
      ...[this.facts(), this.statements(), this.papers(), this.proposal(), this.measures(), this.rectifications()],
      ...[this.appeals(), this.exits()],
    ];
  }

  private facts(): Table {
    const { found } = this.subject;
    const { ground, provided } = found;
    const rows: [string, string | null][] = [
      [this.word('state'), this.code(found.state)],
      [this.word('supplier'), found.supplier.name],
      [this.word('county'), `${found.county.provinceName} ${found.county.name}`],
      [this.word('goods'), found.productName],
      [this.word('ground'), `${ground.code} ${this.pick(ground.name)}`],
      [this.word('source'), found.groundSource],
      [this.word('provided'), provided && provided.stages.map((kind) => this.code(kind)).join(' → ')],
      [this.word('rectificationDays'), provided?.rectificationDays?.toString() ?? null],
      [this.word('barMonths'), provided?.barMonths?.toString() ?? null],
      [this.word('earlier'), String(found.earlier)],
      [this.word('summary'), this.pick(found.summary)],
      [this.word('foundOn'), found.foundOn],
      [this.word('openedAt'), clockOf(found.openedAt)],
      [this.word('statementUntil'), found.statementUntil],
      [this.word('closedAt'), found.closedAt && clockOf(found.closedAt)],
      [this.word('outcome'), found.outcome],
    ];
    return {
      ...{ name: this.word('facts'), whole: true, columns: this.columns(['item', 'value'], [36, 104]) },
      rows: rows.flatMap(([item, value]) => (value ? [[item, value]] : [])),
    };
  }

  private statements(): Table {
    const { found } = this.subject;
    return this.told(
      'statements',
      found.statements.map((one): Row => [
        ...([clockOf(one.statedAt), '', found.supplier.name] as const),
        joined(one.statement, ...one.files),
      ]),
    );
  }

  private papers(): Table {
    const rows = this.subject.papers.map((paper) => [
      ...[paper.file_id, String(paper.pages), clockOf(paper.uploaded_at.toISOString()), paper.sha256],
    ]);
    const columns = this.columns(['fileId', 'pages', 'handedIn', 'hash'], [40, 8, 20, 72]);
    return { name: this.word('papers'), whole: true, columns, rows };
  }

  private proposal(): Table {
    const { proposal } = this.subject.found;
    const bar = proposal?.barMonths ? `${this.word('barMonths')} ${proposal.barMonths}` : null;
    return this.told(
      'proposal',
      proposal === null
        ? []
        : [[clockOf(proposal.at), this.code(proposal.kind), proposal.by.name, joined(proposal.reason, bar)]],
    );
  }

  private measures(): Table {
    return this.told(
      'measures',
      this.subject.measures.map((one): Row => [
        clockOf(one.startedAt),
        joined(`${this.code(one.kind)} · ${this.code(one.state)}`, one.productName),
        this.subject.hands.get(one.id)?.imposed ?? this.word('machine'),
        joined(this.pick(one.reason), one.endedAt && clockOf(one.endedAt), one.endReason),
      ]),
    );
  }

  private rectifications(): Table {
    return this.told(
      'rectifications',
      this.subject.measures.flatMap(({ rectification: plan }): Row[] =>
        plan === null
          ? []
          : [
              [
                plan.dueOn,
                this.code(plan.state),
                '',
                joined(
                  ...[plan.plannedAt && clockOf(plan.plannedAt), plan.rootCause, plan.correctiveAction],
                  ...[plan.preventiveAction, plan.reportedAt && clockOf(plan.reportedAt), plan.report],
                  ...plan.reportFiles,
                  ...[plan.verifiedAt && clockOf(plan.verifiedAt), plan.verdict],
                ),
              ],
            ],
      ),
    );
  }

  private appeals(): Table {
    return this.told(
      'appeals',
      this.subject.measures.flatMap(({ id, appeal }): Row[] =>
        appeal === null
          ? []
          : [
              [
                ...([clockOf(appeal.filedAt), this.code(appeal.state)] as const),
                this.subject.hands.get(id)?.decided ?? '',
                joined(
                  ...[appeal.statement, ...appeal.files],
                  ...[appeal.decidedAt && clockOf(appeal.decidedAt), appeal.decision],
                ),
              ],
            ],
      ),
    );
  }

  private exits(): Table {
    return this.told(
      'exits',
      this.subject.exits.flatMap(({ started_at: began, deadline, state, steps }) => [
        [clockOf(began.toISOString()), this.code(state), '', `${this.word('deadline')} ${deadline}`] as const,
        ...steps.map((one): Row => [
          one.reported_at === null ? '' : clockOf(one.reported_at),
          ...([`${this.code(one.step)} · ${this.code(one.state)}`, ''] as const),
          one.why,
        ]),
      ]),
    );
  }
}
