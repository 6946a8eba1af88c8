import type { machines } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { newId } from '../database/database';
import type { Tx } from '../database/tx';
import type { Cell, Vault } from '../seal/vault';
import { insertEachNotice, insertMessages, insertNotice, insertNotices } from './notices.sql';
import { SEND_MESSAGES } from './send-messages';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Notice {
  readonly personId: string;
  /** Told twice under one key, it is told once: a consumer may run again. */
  readonly key: string;
  readonly title: Words;
  readonly body: Words;
  /**
   * What it is about, to lead there, as a kind and an id: `order:ID`, `dispute:ORDER/ID`, `application:ID`. Each app has its own ways
   * (`leadsOn` in the shop and in the console). Null only where its readers have no page of it, and a comment says why.
   */
  readonly about: machines.NoticeAbout | null;
}

export interface Mail {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Sms {
  readonly key: string;
  readonly phone: string;
  readonly text: string;
}

/** Every SMS begins with it, whoever writes it. */
const SIGNATURE = '【西货】';

/** What a sealed message holds. */
export interface MessageContent {
  readonly subject: string | null;
  readonly text: string;
}

/**
 * Tells people something: in the app, by mail, by SMS. Written with the transaction, so that nobody hears of what was undone;
 * mail and SMS go out afterwards. Address and text rest sealed.
 */
export class Notices {
  constructor(private readonly vault: Vault) {}

  async tell(tx: Tx, { personId, key, title, body, about }: Notice): Promise<void> {
    await tx.sql(insertNotice, [personId, key, ...worded(title, body), tx.now, about]);
    tellOfNotice(tx, [personId]);
  }

  /** The same to many at once: one statement, however many they are. */
  async tellAll(tx: Tx, personIds: readonly string[], notice: Omit<Notice, 'personId'>): Promise<void> {
    const { key, title, body, about } = notice;
    await tx.sql(insertNotices, [personIds, key, ...worded(title, body), tx.now, about]);
    tellOfNotice(tx, personIds);
  }

  /** To many at once, to each something of its own. */
  async tellEach(tx: Tx, notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    const all = (what: (notice: Notice) => string) => notices.map(what);
    await tx.sql(insertEachNotice, [
      ...[all(({ personId }) => personId), all(({ key }) => key)],
      ...[0, 1, 2, 3].map((column) => notices.map(({ title, body }) => worded(title, body)[column]!)),
      ...[notices.map(({ about }) => about), tx.now],
    ]);
    tellOfNotice(
      tx,
      notices.map(({ personId }) => personId),
    );
  }

  async mail(tx: Tx, { key, to, subject, text }: Mail): Promise<void> {
    await this.send(tx, 'mail', [{ key, to, content: { subject, text } }]);
  }

  async sms(tx: Tx, sms: Sms): Promise<void> {
    await this.smsEach(tx, [sms]);
  }

  /** Many at once, in one statement. Without the sender's name in front, carriers on the mainland deliver no SMS. */
  async smsEach(tx: Tx, many: readonly Sms[]): Promise<void> {
    await this.send(
      tx,
      'sms',
      many.map(({ key, phone, text }) => ({
        key,
        to: phone,
        content: { subject: null, text: `${SIGNATURE}${withDays(text, 'zh')}` },
      })),
    );
  }

  private async send(
    tx: Tx,
    channel: 'mail' | 'sms',
    messages: readonly { key: string; to: string; content: MessageContent }[],
  ): Promise<void> {
    if (messages.length === 0) return;
    const ids = messages.map(() => newId());
    await tx.sql(insertMessages, [
      ...[ids, messages.map(({ key }) => key), channel],
      messages.map(({ to }, at) => this.vault.seal(recipientCell(ids[at]!), to)),
      messages.map(({ content }, at) => this.vault.seal(contentCell(ids[at]!), JSON.stringify(content))),
      tx.now,
    ]);
    tx.wake(SEND_MESSAGES);
  }
}

/** A day as programs write it, alone and not a piece of a number. */
const DAY = /(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])/g;

/** A month as programs write it, before the word for one: `2026-12 月`. */
const MONTH = /(?<![\w-])(\d{4})-(0[1-9]|1[0-2]) 月/g;

/** Days and months in a text as its reader says them: 2026年12月7日, 7 December 2026. */
export function withDays(text: string, language: 'zh' | 'en'): string {
  const said = text.replace(DAY, (day) => time.dayInWords(day, language));
  if (language === 'en') return said;
  return said.replace(MONTH, (_, year: string, month: string) => `${year}年${Number(month)}月`);
}

/** Title and body in both languages, as they are kept. */
function worded(title: Words, body: Words): [string, string, string, string] {
  return [
    ...([withDays(title.zh, 'zh'), withDays(title.en, 'en')] as const),
    ...([withDays(body.zh, 'zh'), withDays(body.en, 'en')] as const),
  ];
}

function tellOfNotice(tx: Tx, people: readonly string[]): void {
  tx.tell('notice', null, { people });
}

export function recipientCell(id: string): Cell {
  return { table: 'platform.outgoing_message', row: id, column: 'recipient_sealed' };
}

export function contentCell(id: string): Cell {
  return { table: 'platform.outgoing_message', row: id, column: 'content_sealed' };
}
