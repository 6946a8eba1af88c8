import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agenda } from './agenda';
import { answerApi } from './api';
import { answerCashier } from './cashier';
import { homePage } from './home-page';
import { HttpProblem, requireLoopbackName, sendJson, sendPage } from './http';
import { Journal } from './journal';
import { answerMessagesPage } from './messages';
import { answerMisbehavePage } from './misbehave';
import { answerCarrier, answerParcelsPage } from './parcels';
import { answerSandboxApi } from './sandbox-api';
import { lockState } from './state-lock';
import { Store } from './store';
import type { Change } from './store';
import { StripeProblem } from './stripe-problem';
import type { Webhook } from './webhook';

export interface SandboxOptions {
  port: number;
  stateFile?: string | undefined;
  webhook?: Webhook | undefined;
  returnOrigins?: readonly string[];
  secretKey?: string | undefined;
  retryBaseMs?: number;
  log?: (entry: Record<string, unknown>) => void;
}

export interface Sandbox {
  origin: string;
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;

const host = '127.0.0.1';
const closeWithinMs = 2_000;

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  let answer: Answer = async () => {
    throw new HttpProblem(503, 'Starting');
  };
  const server = createServer({ requestTimeout: 30_000 }, (request, response) => {
    void serve(answer, options, request, response);
  });
  await listen(server, options.port);
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  const store = new Store();
  const closeJournal = await openJournal(store, options.stateFile, server);
  const closing = new AbortController();
  const { webhook, secretKey, returnOrigins = [], retryBaseMs = 500 } = options;
  const agenda = new Agenda({ store, origin, webhook, retryBaseMs });
  const pause = (ms: number): Promise<void> => wait(ms, closing.signal);
  answer = async (request, response, path) => {
    const [, head = '', ...rest] = path.split('/');
    if (head === 'v1') return answerApi({ store, origin, secretKey, pause }, request, response);
    if (head === 'cashier') return answerCashier({ store, origin, returnOrigins }, request, response, rest.join('/'));
    if (head === 'misbehave') return answerMisbehavePage(store, request, response);
    if (head === '_sandbox') return answerSandboxApi(store, request, response, rest.join('/'));
    if (head === 'parcels') return answerParcelsPage(store, request, response);
    if (path === '/carrier/v1/events') return answerCarrier(store, request, response);
    if (head === 'messages') return answerMessagesPage(store, response);
    if (head === '') return sendPage(response, 200, homePage());
    if (head === 'health') return sendJson(response, 200, { status: 'ok' });
    throw new HttpProblem(404, 'Not found');
  };
  agenda.start();
  return {
    origin,
    async close() {
      closing.abort();
      await stopServer(server);
      await agenda.stop();
      await closeJournal();
    },
  };
}

async function serve(
  answer: Answer,
  options: SandboxOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const startedMs = Date.now();
  response.on('close', () =>
    options.log?.({
      msg: 'request',
      method: request.method,
      path,
      status: response.statusCode,
      ms: Date.now() - startedMs,
    }),
  );
  try {
    requireLoopbackName(request);
    await answer(request, response, path);
  } catch (problem) {
    if (problem instanceof StripeProblem) return sendJson(response, problem.status, problem.body());
    const status = problem instanceof HttpProblem ? problem.status : 500;
    if (status === 500) options.log?.({ msg: 'failed', method: request.method, path, error: String(problem) });
    if (response.headersSent || response.destroyed) return;
    const message = problem instanceof HttpProblem ? problem.message : 'Internal error';
    // What is left of an oversized body is not read.
    sendJson(
      response,
      status,
      { error: { type: 'api_error', message } },
      status === 413 ? { connection: 'close' } : {},
    );
  }
}

/** Yesterday's answers and last month's events are of no use to anybody; Stripe forgets them too. */
const answersKeptS = 7 * 24 * 3_600;
const eventsKeptS = 30 * 24 * 3_600;
const compactAfterLines = 1_000;

async function openJournal(store: Store, stateFile: string | undefined, server: Server): Promise<() => Promise<void>> {
  if (!stateFile) return async () => {};
  try {
    const unlock = await lockState(stateFile);
    const journal = readJournal(store, stateFile);
    return () => {
      journal.close();
      return unlock();
    };
  } catch (cause) {
    server.close();
    throw cause;
  }
}

function readJournal(store: Store, stateFile: string): Journal {
  const journal = Journal.open(stateFile, (line) => store.apply(line as Change[]));
  const nowS = Date.now() / 1_000;
  const pending = new Set(store.list('tasks').flatMap((task) => (task.kind === 'deliver' ? [task.eventId] : [])));
  store.change((unit) => {
    for (const old of store.list('answers')) if (old.created < nowS - answersKeptS) unit.remove('answers', old.id);
    for (const old of store.list('events'))
      if (old.created < nowS - eventsKeptS && !pending.has(old.id)) unit.remove('events', old.id);
  });
  if (journal.lines > 2 * store.size + compactAfterLines) journal.rewrite(store.everything());
  store.keepIn(journal);
  return journal;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Requests under way are answered; connections that only wait are closed. */
function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), closeWithinMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
