import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { sendPage } from './http';
import { makeId } from './objects';
import { escapeHtml, page } from './page';
import type { Store } from './store';

/** The catcher: mail and SMS of a demo end here instead of at a person. */
export const messageInput = z.strictObject({
  channel: z.enum(['sms', 'mail']),
  to: z.string().min(1).max(320),
  subject: z.string().max(998).optional(),
  text: z.string().min(1).max(100_000),
});
export type Message = z.infer<typeof messageInput> & { id: string; created: number };

const keptMessages = 500;

export function keepMessage(store: Store, input: z.infer<typeof messageInput>, nowMs: number): Message {
  return store.change((unit) => {
    const surplus = store.list('messages').slice(0, 1 - keptMessages);
    for (const old of surplus) unit.remove('messages', old.id);
    return unit.put('messages', { ...input, id: makeId('msg'), created: Math.floor(nowMs / 1_000) });
  });
}

/** Newest first. */
export function messagesTo(store: Store, to: string | null): Message[] {
  return store
    .list('messages')
    .filter((message) => !to || message.to === to)
    .reverse();
}

export function answerMessagesPage(store: Store, response: ServerResponse): void {
  const cards = messagesTo(store, null).map(
    (message) => `<li class="card">
<p class="small">${message.channel === 'sms' ? '短信 SMS' : '邮件 Mail'} · ${escapeHtml(message.to)} · ${clock(message.created)}</p>
${message.subject ? `<p><strong>${escapeHtml(message.subject)}</strong></p>` : ''}
<p class="text">${escapeHtml(message.text)}</p></li>`,
  );
  const list = cards.length
    ? `<ul>${cards.join('')}</ul>`
    : '<p>还没有短信或邮件。<span lang="en">No messages yet.</span></p>';
  const main = `<h1>短信与邮件 <span class="small" lang="en">SMS and mail</span></h1>
<p class="small">演示环境的短信和邮件只到这里，不会发给任何人。<span lang="en">Messages of the demo end here and reach nobody.</span></p>
<a class="button" href="/messages">刷新 <span lang="en">Refresh</span></a>
${list}`;
  sendPage(response, 200, page('沙箱短信与邮件 · Messages', main, true));
}

function clock(seconds: number): string {
  const format = { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' } as const;
  return new Date(seconds * 1_000).toLocaleString('zh-CN', format);
}
