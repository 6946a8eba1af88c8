import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { behaviourInput, orderBehaviour, undoBehaviour } from './behaviour';
import { HttpProblem, readBody, requireSameOrigin, sendJson } from './http';
import { keepMessage, messageInput, messagesTo } from './messages';
import { moveParcel, parcelInput } from './parcels';
import { accountOf, judgeAccount, merchantStates } from './resources/accounts';
import type { Store } from './store';
import { addToBalance, balanceOf, ownWorld } from './world';

/**
 * What Stripe does not have: GET, POST, DELETE `/_sandbox/behaviour`, DELETE `/_sandbox/keys`, POST `/_sandbox/accounts/{id}`,
 * GET, POST `/_sandbox/messages`, POST `/_sandbox/parcels`. For tests, and for the marketplace's mail and SMS of a demo.
 */
export async function answerSandboxApi(
  store: Store,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  requireSameOrigin(request);
  const [kind, name] = path.split('/');
  const action = `${request.method} ${kind}`;
  const read = async <T>(schema: z.ZodType<T>): Promise<T> => checked(schema, await readJson(request));
  if (action === 'GET behaviour') return sendJson(response, 200, { data: store.list('behaviours') });
  if (action === 'POST behaviour') return sendJson(response, 201, orderBehaviour(store, await read(behaviourInput)));
  if (action === 'DELETE behaviour') return sendJson(response, 200, { removed: undoBehaviour(store, name) });
  if (action === 'DELETE keys') return sendJson(response, 200, { forgotten: forgetKeys(store) });
  if (action === 'POST accounts' && name)
    return sendJson(response, 200, changeAccount(store, name, await read(accountInput)));
  if (action === 'POST messages')
    return sendJson(response, 201, keepMessage(store, await read(messageInput), Date.now()));
  if (action === 'POST parcels') return sendJson(response, 201, moveParcel(store, await read(parcelInput)));
  if (action === 'GET messages') {
    const to = new URLSearchParams(request.url?.split('?', 2)[1]).get('to');
    return sendJson(response, 200, { data: messagesTo(store, to) });
  }
  throw new HttpProblem(404, 'Not found');
}

/** As Stripe may after 24 hours: a call repeated under a forgotten key is carried out again. Answers how many there were. */
function forgetKeys(store: Store): number {
  const answers = store.list('answers');
  store.change((unit) => answers.forEach(({ id }) => unit.remove('answers', id)));
  return answers.length;
}

const accountInput = z.strictObject({
  transfers: z.enum(merchantStates).optional(),
  /** The sub-merchant drew its money: a reversal may then find too little. */
  payOutFen: z.number().int().positive().optional(),
});

function changeAccount(store: Store, accountId: string, input: z.infer<typeof accountInput>): object {
  const { transfers, payOutFen } = input;
  return store.change((unit) => {
    const world = ownWorld(unit, Date.now(), '');
    accountOf(world, accountId);
    if (payOutFen && payOutFen > balanceOf(world, accountId))
      throw new HttpProblem(409, 'The account holds less than that.');
    if (payOutFen) addToBalance(world, accountId, -payOutFen);
    const account = transfers ? judgeAccount(world, accountId, transfers) : accountOf(world, accountId);
    return { account, balanceFen: balanceOf(world, accountId) };
  });
}

export function checked<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given);
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
