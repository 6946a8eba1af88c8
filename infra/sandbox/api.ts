import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { callFaults, skewAmounts, takeFaults } from './behaviour';
import type { Taken } from './behaviour';
import { decodeForm } from './form';
import type { Form } from './form';
import { readBody, sendJson } from './http';
import { apiVersion, makeId } from './objects';
import { accountRoutes } from './resources/accounts';
import { paymentIntentRoutes } from './resources/payment-intents';
import { recordRoutes } from './resources/records';
import { refundRoutes } from './resources/refunds';
import { matchRoute } from './resources/route';
import type { Answer, Match, Route } from './resources/route';
import { transferRoutes } from './resources/transfers';
import type { Store } from './store';
import { StripeProblem } from './stripe-problem';

const routes: Route[] = [...paymentIntentRoutes, ...accountRoutes, ...transferRoutes, ...refundRoutes, ...recordRoutes];

export interface ApiSettings {
  store: Store;
  origin: string;
  /** When given, no other key is accepted. */
  secretKey: string | undefined;
  /** Waits of ordered delays end when the sandbox closes. */
  pause: (ms: number) => Promise<void>;
}

interface Call {
  match: Match;
  form: Form;
  fingerprint: string;
  idempotencyKey: string | null;
  requestId: string;
}

type Executed = Answer & { replayOf: string | null };

export async function answerApi(
  settings: ApiSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = makeId('req');
  const headers = {
    'request-id': requestId,
    'stripe-version': String(request.headers['stripe-version'] ?? apiVersion),
  };
  try {
    const call = await readCall(settings, request, requestId);
    const taken = settings.store.change((unit) => takeFaults(unit, call.match.route.name, callFaults));
    if (taken.dropRequest) return void request.socket.destroy();
    if (taken.serverError) throw internalError();
    const answer = execute(settings, call);
    if (taken.delay) await settings.pause(taken.delay.ms);
    if (taken.dropResponse) return void request.socket.destroy();
    if (taken.serverErrorAfter) throw internalError();
    const replayed: Record<string, string> = answer.replayOf
      ? { 'idempotent-replayed': 'true', 'original-request': answer.replayOf }
      : {};
    sendJson(response, answer.status, shownBody(answer, taken), {
      ...headers,
      ...idempotencyHeader(call),
      ...replayed,
    });
  } catch (problem) {
    if (!(problem instanceof StripeProblem)) throw problem;
    sendJson(response, problem.status, problem.body(), headers);
  }
}

async function readCall(settings: ApiSettings, request: IncomingMessage, requestId: string): Promise<Call> {
  requireKey(request, settings.secretKey);
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const method = request.method ?? 'GET';
  const match = matchRoute(routes, method, path);
  if (!match) {
    const message = `Unrecognized request URL (${method}: ${path}).`;
    throw new StripeProblem(404, 'invalid_request_error', message);
  }
  const encoded = method === 'GET' ? query : await readBody(request);
  const idempotencyKey = method === 'POST' ? (request.headers['idempotency-key'] ?? null) : null;
  if (Array.isArray(idempotencyKey) || (idempotencyKey && idempotencyKey.length > 255))
    throw new StripeProblem(400, 'invalid_request_error', 'Idempotency keys may be up to 255 characters long.');
  const fingerprint = createHash('sha256').update(`${method} ${path}\n${encoded}`).digest('base64');
  return { match, form: decodeForm(encoded), fingerprint, idempotencyKey, requestId };
}

function requireKey(request: IncomingMessage, secretKey: string | undefined): void {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (given.startsWith('sk_live_'))
    throw new StripeProblem(401, 'invalid_request_error', 'This is a sandbox: keep live keys away from it.');
  if (secretKey ? given !== secretKey : !given.startsWith('sk_'))
    throw new StripeProblem(401, 'invalid_request_error', 'Invalid API Key provided.');
}

/** Effect, answer and key are one commit: a repeated key can never act twice, not even across kill -9. */
function execute(settings: ApiSettings, call: Call): Executed {
  return settings.store.change((unit) => {
    const { idempotencyKey, requestId } = call;
    const earlier = idempotencyKey ? unit.get('answers', idempotencyKey) : undefined;
    if (earlier) {
      if (earlier.fingerprint !== call.fingerprint) throw otherParameters(earlier.id);
      return { status: earlier.status, body: earlier.body, replayOf: earlier.requestId };
    }
    const nowMs = Date.now();
    const world = {
      unit,
      nowMs,
      origin: settings.origin,
      request: { id: requestId, idempotency_key: idempotencyKey },
    };
    const answer = call.match.route.handle(world, call.form, call.match.params);
    if (idempotencyKey) {
      const { fingerprint } = call;
      unit.put('answers', {
        id: idempotencyKey,
        fingerprint,
        ...answer,
        requestId,
        created: Math.floor(nowMs / 1_000),
      });
    }
    return { ...answer, replayOf: null };
  });
}

function otherParameters(key: string): StripeProblem {
  const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
  return new StripeProblem(400, 'idempotency_error', message);
}

const internalError = (): StripeProblem =>
  new StripeProblem(500, 'api_error', 'An unknown error occurred (ordered misbehaviour).');

const shownBody = (answer: Answer, taken: Taken): object =>
  taken.wrongAmount ? skewAmounts(answer.body) : answer.body;

const idempotencyHeader = (call: Call): Record<string, string> =>
  call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {};
