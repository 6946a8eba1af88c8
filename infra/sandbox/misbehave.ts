import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { behaviourInput, faults } from './behaviour';
import type { Behaviour, BehaviourInput } from './behaviour';
import { HttpProblem, readBody, redirect, requireSameOrigin, sendJson, sendPage } from './http';
import { makeId } from './objects';
import { escapeHtml, page } from './page';
import { accountOf, judgeAccount, merchantStates } from './resources/accounts';
import type { Store } from './store';
import { addToBalance, balanceOf } from './world';
import type { World } from './world';

const suggestions = [
  '*',
  'payment_intents.create', 'payment_intents.retrieve', 'payment_intents.confirm', 'payment_intents.cancel',
  'refunds.create', 'transfers.create', 'transfers.reverse',
  'payment_intent.succeeded', 'payment_intent.payment_failed', 'charge.refunded', 'transfer.created', 'account.updated',
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
  if (fields.remove) remove(store, fields.remove);
  else order(store, readInput({ ...fields, ms: Number(fields.ms || 0), sticky: fields.sticky === 'on' }));
  redirect(response, '/misbehave');
}

/** The same for tests: GET, POST and DELETE `/_sandbox/behaviour`, POST `/_sandbox/accounts/{id}`. */
export async function answerSandboxApi(
  store: Store,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  requireSameOrigin(request);
  const [kind, name] = path.split('/');
  const action = `${request.method} ${kind}`;
  if (action === 'GET behaviour') return sendJson(response, 200, { data: store.list('behaviours') });
  if (action === 'POST behaviour') return sendJson(response, 201, order(store, readInput(await readJson(request))));
  if (action === 'DELETE behaviour') return sendJson(response, 200, { removed: remove(store, name) });
  if (action === 'POST accounts' && name)
    return sendJson(response, 200, changeAccount(store, name, await readJson(request)));
  throw new HttpProblem(404, 'Not found');
}

function order(store: Store, input: BehaviourInput): Behaviour {
  return store.change((unit) => unit.put('behaviours', { ...input, id: makeId('behaviour') }));
}

function remove(store: Store, id: string | undefined): number {
  const gone = store.list('behaviours').filter((behaviour) => !id || id === 'all' || behaviour.id === id);
  store.change((unit) => gone.forEach((behaviour) => unit.remove('behaviours', behaviour.id)));
  return gone.length;
}

const accountInput = z.strictObject({
  transfers: z.enum(merchantStates).optional(),
  /** The sub-merchant drew its money: a reversal may then find too little. */
  payOutFen: z.number().int().positive().optional(),
});

function changeAccount(store: Store, accountId: string, given: unknown): object {
  const input = accountInput.safeParse(given);
  if (!input.success) throw new HttpProblem(400, z.prettifyError(input.error));
  const { transfers, payOutFen } = input.data;
  return store.change((unit) => {
    const world: World = {
      unit,
      nowMs: Date.now(),
      origin: '',
      request: { id: null, idempotency_key: null },
    };
    accountOf(world, accountId);
    if (payOutFen && payOutFen > balanceOf(world, accountId))
      throw new HttpProblem(409, 'The account holds less than that.');
    if (payOutFen) addToBalance(world, accountId, -payOutFen);
    const account = transfers ? judgeAccount(world, accountId, transfers) : accountOf(world, accountId);
    return { account, balanceFen: balanceOf(world, accountId) };
  });
}

function readInput(given: unknown): BehaviourInput {
  const result = behaviourInput.safeParse(given);
  if (!result.success) throw new HttpProblem(400, z.prettifyError(result.error));
  return result.data;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  // Another content type could be sent by any web page without asking first.
  if (!request.headers['content-type']?.startsWith('application/json'))
    throw new HttpProblem(415, 'Send application/json.');
  try {
    return JSON.parse(await readBody(request));
  } catch (cause) {
    if (cause instanceof HttpProblem) throw cause;
    throw new HttpProblem(400, 'This is not JSON.');
  }
}

function misbehavePage(behaviours: Behaviour[]): string {
  const rows = behaviours.map(
    (
      behaviour,
    ) => `<tr><td>${escapeHtml(behaviour.on)}</td><td>${escapeHtml(explained[behaviour.fault])}</td><td>${behaviour.ms} ms</td>
<td>${behaviour.sticky ? '持续 sticky' : '一次 once'}</td>
<td><form method="post"><button class="small" name="remove" value="${behaviour.id}">撤销 Undo</button></form></td></tr>`,
  );
  const list = rows.length
    ? `<table><thead><tr><th>对象 On</th><th>故障 Fault</th><th>时长 Time</th><th>次数 Times</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    : '<p>目前一切正常。<span lang="en">Everything behaves at the moment.</span></p>';
  const options = faults.map((fault) => `<option value="${fault}">${explained[fault]}</option>`).join('');
  const names = suggestions.map((name) => `<option value="${name}">`).join('');
  return page(
    '沙箱故障演练 · Misbehave',
    `<h1>沙箱故障演练 <span class="small" lang="en">Misbehave</span></h1>
<p class="small">让支付机构按指定方式出错，看系统如何应对。<span lang="en">Make the provider go wrong on purpose and watch what the marketplace does.</span></p>
${list}
<form method="post"><div class="fields">
<label>对象 <span lang="en">On</span><input type="text" name="on" list="names" value="*" required></label>
<label>故障 <span lang="en">Fault</span><select name="fault">${options}</select></label>
<label>时长（毫秒） <span lang="en">Time (ms)</span><input type="number" name="ms" value="2000" min="0" max="600000"></label>
</div><datalist id="names">${names}</datalist>
<label class="row"><input type="checkbox" name="sticky"> <span>持续生效，直到撤销 <span lang="en">until undone</span></span></label>
<button class="primary">添加 <span lang="en">Add</span></button></form>
<form method="post"><button name="remove" value="all">全部恢复正常 <span lang="en">Undo all</span></button></form>`,
    true,
  );
}
