import { waitUntil } from '../../infra/embedded/processes.mjs';

export interface Question {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

export interface Reply<View> {
  status: number;
  body: View;
  headers: Headers;
}

const PATIENCE_MS = 60_000;

/**
 * Asks as a good client does: the same question under the same key until somebody answers it. No answer, a server that is
 * away and a key that is still being worked on are none.
 */
export async function insist<View>(origin: string, question: Question): Promise<Reply<View>> {
  let last: unknown = 'nothing was asked';
  let reply: Reply<View> | null = null;
  const ask = async () => {
    try {
      const answer = await askOnce<View>(origin, question);
      const running = (answer.body as { code?: string } | null)?.code === 'IDEMPOTENCY_KEY_RUNNING';
      if (answer.status < 500 && !running) reply = answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    return reply !== null;
  };
  await waitUntil(ask, PATIENCE_MS, 100);
  if (!reply) throw new Error(`${question.method} ${question.path} has no answer after a minute`, { cause: last });
  return reply;
}

async function askOnce<View>(origin: string, { method, path, body, headers }: Question): Promise<Reply<View>> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? null : JSON.parse(text)) as View,
    headers: response.headers,
  };
}
