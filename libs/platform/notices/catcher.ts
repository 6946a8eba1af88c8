import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database';
import type { Vault } from '../seal/vault';
import { contentCell, recipientCell, type MessageContent } from './notices';
import { newestMessages, type MessageRow } from './notices.sql';

const SHOWN = 50;

/** The demonstration's letter box at /catcher: every mail and SMS that would have gone out, newest first. */
export function serveCatcher(server: FastifyInstance, database: Database, vault: Vault): void {
  server.get('/catcher', async (_request, reply) => {
    const rows = await database.read(newestMessages, [SHOWN]);
    return reply
      .headers({
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      })
      .type('text/html; charset=utf-8')
      .send(page(rows.map((row) => item(row, vault)).join('')));
  });
}

function item(row: MessageRow, vault: Vault): string {
  const to = vault.open(recipientCell(row.id), row.recipient_sealed);
  const { subject, text } = JSON.parse(vault.open(contentCell(row.id), row.content_sealed)) as MessageContent;
  const at = row.created_at.toISOString();
  return `<article>
  <p class="to"><b>${row.channel === 'sms' ? '短信 SMS' : '邮件 Mail'}</b> → <span>${escape(to)}</span> <time datetime="${at}">${beijing(row.created_at)}</time></p>
  ${subject === null ? '' : `<h2>${escape(subject)}</h2>`}
  <p class="text">${escape(text)}</p>
</article>`;
}

function page(items: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<meta http-equiv="refresh" content="10">
<title>短信与邮件收件箱 · 虚构示例</title>
<style>
body { font: 1rem/1.7 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; color: #26221c; background: #faf7f0; }
header { border-bottom: 1px solid #d8d0c0; margin-bottom: 1rem; }
h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.05rem; margin: .25rem 0; }
article { background: #fff; border: 1px solid #e4dccb; border-radius: .5rem; padding: .5rem 1rem; margin: .75rem 0; overflow-wrap: anywhere; }
.to { color: #5b5344; margin: 0; } .text { white-space: pre-wrap; margin: .25rem 0 .5rem; font-size: 1.1rem; }
</style>
</head>
<body>
<header><h1>短信与邮件 Caught mail and SMS</h1><p>虚构示例：这里的消息不会真正发出。 A demonstration: nothing here leaves the house. 每 10 秒刷新。</p></header>
<main>${items === '' ? '<p>还没有消息。 Nothing yet.</p>' : items}</main>
</body>
</html>`;
}

function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}

function beijing(instant: Date): string {
  return instant.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
}
