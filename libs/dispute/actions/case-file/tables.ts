import { time } from '@xihuo/kernel';
import { exporting } from '@xihuo/platform';
import type { CaseView } from '../../store/case-view';
import type { EvidenceRow, HandRow, StepRow } from '../../store/case-paper.sql';
import { CODES, WORDS } from './words';

type Table = exporting.ExportTable;
type Row = readonly [when: string, what: string, who: string, said: string];
type Money = { readonly amount: string };

/** An ISO instant as a clock in Beijing shows it. */
const clockOf = (instant: string): string => time.clockTime(new Date(instant));
const joined = (...said: (string | null | undefined | false)[]) => said.filter(Boolean).join('\n');
const yuan = ({ amount }: Money): string => String(exporting.yuanCell(amount));

export interface Dispute {
  readonly one: CaseView;
  readonly evidence: readonly EvidenceRow[];
  readonly hands: readonly HandRow[];
  readonly steps: readonly StepRow[];
}

/** What the file of a dispute shows, in the order in which it came about; a table without rows is left out by the paper. */
export class DisputeTables {
  private readonly at: 0 | 1;

  constructor(
    private readonly subject: Dispute,
    language: 'zh' | 'en',
  ) {
    this.at = language === 'zh' ? 0 : 1;
  }

  word(key: keyof typeof WORDS): string {
    return WORDS[key][this.at];
  }

  all(): Table[] {
    return [
      ...[this.facts(), this.lines(), this.messages(), this.evidence(), this.decisions(), this.hands()],
      this.trail(),
    ];
  }

  private code(value: string): string {
    return CODES[value]?.[this.at] ?? value;
  }

  private table(key: keyof typeof WORDS, columns: [keyof typeof WORDS, number][], rows: Table['rows']): Table {
    return {
      ...{ name: this.word(key), whole: true, rows },
      columns: columns.map(([title, width]) => ({ title: this.word(title), width })),
    };
  }

  private told(key: keyof typeof WORDS, rows: readonly Row[]): Table {
    return this.table(
      key,
      [
        ['when', 18],
        ['what', 30],
        ['who', 22],
        ['said', 70],
      ],
      rows,
    );
  }

  private facts(): Table {
    const { one } = this.subject;
    const rows: [string, string | null][] = [
      [this.word('supplierName'), one.supplier.name],
      [this.word('kind'), this.code(one.kind)],
      [this.word('state'), this.code(one.state)],
      [this.word('held'), yuan(one.held)],
      [this.word('openedAt'), clockOf(one.openedAt)],
      [this.word('dueOn'), one.dueOn],
      [this.word('endedAt'), one.endedAt && clockOf(one.endedAt)],
    ];
    return this.table(
      'facts',
      [
        ['item', 36],
        ['value', 104],
      ],
      rows.flatMap(([item, value]) => (value ? [[item, value]] : [])),
    );
  }

  private lines(): Table {
    return this.table(
      'lines',
      [
        ['goods', 60],
        ['quantity', 14],
        ['paid', 22],
        ['claimed', 22],
        ['refund', 22],
      ],
      this.subject.one.lines.map((line) => [
        ...[`${line.productName} ${line.pack}`, String(line.quantity), yuan(line.paid), yuan(line.claimed)],
        line.refund === null ? '' : yuan(line.refund),
      ]),
    );
  }

  private messages(): Table {
    return this.told(
      'messages',
      this.subject.one.messages.map((said): Row => [
        ...([clockOf(said.at), said.offer === null ? '' : `${this.word('offer')} ${yuan(said.offer)}`] as const),
        this.code(said.side),
        joined(said.words, ...said.files.map(({ fileId }) => fileId)),
      ]),
    );
  }

  private evidence(): Table {
    return this.table(
      'evidence',
      [
        ['fileId', 36],
        ['who', 12],
        ['mediaType', 16],
        ['pages', 8],
        ['when', 18],
        ['hash', 50],
      ],
      this.subject.evidence.map((paper) => [
        ...[paper.file_id, this.code(paper.side), paper.media_type, String(paper.pages)],
        ...[clockOf(paper.kept_at.toISOString()), paper.sha256 ?? ''],
      ]),
    );
  }

  private decisions(): Table {
    const { decision, appeal, referral, award } = this.subject.one;
    const by = (part: HandRow['part']) =>
      this.subject.hands.flatMap((hand) => (hand.part === part && hand.name !== null ? [hand.name] : [])).join(' ');
    const refund = (of: Money) => `${this.word('refund')} ${yuan(of)}`;
    const second = appeal?.decision ?? null;
    const rows: (Row | null)[] = [
      decision && [
        ...([clockOf(decision.decidedAt), this.word('decision'), by('decider')] as const),
        joined(refund(decision.refund), decision.reason),
      ],
      appeal && [clockOf(appeal.filedAt), this.word('appeal'), this.code(appeal.by), appeal.statement],
      second && [
        ...([clockOf(second.decidedAt), this.word('appealDecision'), by('appealDecider')] as const),
        joined(refund(second.refund), second.reason),
      ],
      referral && [
        ...([clockOf(referral.referredAt), this.word('referral'), by('referrer')] as const),
        joined(referral.authority, referral.reference, referral.reason),
      ],
      award && [
        ...([clockOf(award.awardedAt), `${this.word('award')} · ${this.code(award.basis)}`, ''] as const),
        joined(refund(award.refund), `${this.word('release')} ${yuan(award.release)}`),
      ],
    ];
    return this.told(
      'decisions',
      rows.filter((row) => row !== null),
    );
  }

  private hands(): Table {
    return this.table(
      'hands',
      [
        ['when', 30],
        ['what', 60],
        ['who', 50],
      ],
      this.subject.hands.map((hand) => [clockOf(hand.acted_at.toISOString()), this.code(hand.part), hand.name ?? '']),
    );
  }

  private trail(): Table {
    return this.table(
      'trail',
      [
        ['when', 30],
        ['what', 50],
        ['who', 40],
        ['position', 20],
      ],
      this.subject.steps.map((step) => [clockOf(step.at), step.action, step.name ?? '', step.position ?? '']),
    );
  }
}
