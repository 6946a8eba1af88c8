import type { IncomingMessage, ServerResponse } from 'node:http';
import { behaviourInput, faults, orderBehaviour, undoBehaviour } from './behaviour';
import type { Behaviour } from './behaviour';
import { readBody, redirect, requireSameOrigin, sendPage } from './http';
import { escapeHtml, page } from './page';
import { checked } from './sandbox-api';
import type { Store } from './store';

const suggestions = [
  '*',
  'payment_intents.create', 'payment_intents.retrieve', 'payment_intents.confirm', 'payment_intents.cancel',
  'refunds.create', 'transfers.create', 'transfers.reverse',
  'payment_intent.succeeded', 'payment_intent.payment_failed', 'charge.refunded', 'transfer.created', 'account.updated', 'balance_transactions.list', 'carrier.events',
]; // prettier-ignore

const explained: Record<(typeof faults)[number], string> = {
  delay: '延迟 delay',
  dropRequest: '请求丢失，未执行 request lost, not carried out',
  dropResponse: '已执行，应答丢失 carried out, answer lost',
  serverError: '5xx，未执行 5xx, not carried out',
  serverErrorAfter: '5xx，已执行 5xx, yet carried out',
  wrongAmount: '金额少一分 one fen short',
  dropWebhook: '通知丢失 webhook lost',
  duplicate: '重复通知 webhook twice',
  reorder: '通知乱序 webhook out of order',
  badSignature: '签名错误 bad signature first',
  decline: '支付失败 declined',
  lateFailure: '稍后失败 fails later',
  dropLine: '账单少一行 line missing from the bill',
  doubleLine: '账单多一行 line twice on the bill',
  shortLine: '账单差一分 line one fen short',
  adjustment: '账单多一笔拒付扣回 chargeback on the bill',
};

/** The page for curious people. */
export async function answerMisbehavePage(
  store: Store,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return sendPage(response, 200, misbehavePage(store.list('behaviours')));
  requireSameOrigin(request);
  const fields = Object.fromEntries(new URLSearchParams(await readBody(request)));
  if (fields.remove) undoBehaviour(store, fields.remove);
  else
    orderBehaviour(
      store,
      checked(behaviourInput, { ...fields, ms: Number(fields.ms || 0), sticky: fields.sticky === 'on' }),
    );
  redirect(response, '/misbehave');
}

function misbehavePage(behaviours: Behaviour[]): string {
  const cards = behaviours.map(
    (
      behaviour,
    ) => `<li class="card"><form method="post"><p><strong>${escapeHtml(explained[behaviour.fault])}</strong></p>
<p class="small">${escapeHtml(behaviour.on)} · ${behaviour.ms} ms · ${behaviour.sticky ? '持续 until undone' : '一次 once'}</p>
<button name="remove" value="${behaviour.id}">撤销 <span lang="en">Undo</span></button></form></li>`,
  );
  const list = cards.length
    ? `<ul>${cards.join('')}</ul>
<form method="post"><button name="remove" value="all">全部恢复正常 <span lang="en">Undo all</span></button></form>`
    : '<p>目前一切正常。<span lang="en">Everything behaves at the moment.</span></p>';
  const options = faults.map((fault) => `<option value="${fault}">${explained[fault]}</option>`).join('');
  const names = suggestions.map((name) => `<option value="${name}">`).join('');
  return page(
    '沙箱故障演练 · Misbehave',
    `<h1>沙箱故障演练 <span class="small" lang="en">Misbehave</span></h1>
<p class="small">让支付机构按指定方式出错，看系统如何应对。<span lang="en">Make the provider go wrong on purpose and watch what the marketplace does.</span></p>
${list}
<form method="post"><div class="fields">
<label>对象（* 为全部） On (* is all)<input type="text" name="on" list="names" value="*" required></label>
<label>故障 Fault<select name="fault">${options}</select></label>
<label>时长（毫秒） Time (ms)<input type="number" name="ms" value="2000" min="0" max="600000"></label>
</div><datalist id="names">${names}</datalist>
<label class="row"><input type="checkbox" name="sticky"> <span>持续生效，直到撤销 until undone</span></label>
<button class="primary">添加 <span lang="en">Add</span></button></form>`,
    true,
  );
}
