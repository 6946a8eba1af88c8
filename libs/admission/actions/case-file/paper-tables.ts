import type { ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { exporting } from '@xihuo/platform';
import { CASE_WORDS, CODE_WORDS } from './words';

export type Table = exporting.ExportTable;
type Entry = ResponseOf<'GET /admission/trail'>['data'][number];
export type Row = readonly [when: string, what: string, who: string, said: string];

/** An ISO instant as a clock in Beijing shows it. */
export const clockOf = (instant: string): string => time.clockTime(new Date(instant));

/** Says one thing after the other, without those that are not there. */
export const joined = (...said: (string | null | undefined | false)[]) => said.filter(Boolean).join('\n');

/** What papers of cases have in common: their words, and tables of what was said by whom and when. */
export abstract class PaperTables {
  protected readonly at: 0 | 1;

  constructor(language: 'zh' | 'en') {
    this.at = language === 'zh' ? 0 : 1;
  }

  word(key: keyof typeof CASE_WORDS): string {
    return CASE_WORDS[key][this.at];
  }

  /** Who did what when, page after page as they are read. */
  trail(rows: Table['rows']): Table {
    const widths = [16, 34, 26, 50, 14];
    const keys = ['when', 'what', 'who', 'said', 'position'] as const;
    return { name: this.word('trail'), whole: true, columns: this.columns(keys, widths), rows };
  }

  entry({ at, action, actor, before, after, subject, position }: Entry): readonly string[] {
    const isRefused = typeof after === 'object' && after !== null && 'refused' in after;
    const who = actor.kind === 'guest' ? this.word('guest') : actor.name;
    const what = `${action}${isRefused ? this.word('refused') : ''}`;
    return [
      clockOf(at),
      what,
      who,
      joined(
        `${subject.kind} ${subject.id}`,
        before !== null && `- ${JSON.stringify(before)}`,
        after !== null && `+ ${JSON.stringify(after)}`,
      ),
      position ?? '',
    ];
  }

  protected code(value: string | null): string {
    return value === null ? '' : (CODE_WORDS[value]?.[this.at] ?? value);
  }

  protected pick({ zh, en }: { zh: string; en: string }): string {
    return this.at === 0 ? zh : en;
  }

  protected columns(keys: readonly (keyof typeof CASE_WORDS)[], widths: readonly number[]): Table['columns'] {
    return keys.map((key, column) => ({ title: this.word(key), width: widths[column] ?? 10 }));
  }

  protected told(key: keyof typeof CASE_WORDS, rows: readonly Row[]): Table {
    const columns = this.columns(['when', 'what', 'who', 'said'], [16, 30, 24, 70]);
    return { name: this.word(key), whole: true, columns, rows };
  }
}
