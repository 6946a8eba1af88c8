/**
 * The database is away, overloaded or shutting down: class 08 connection, 53 resources, 57 operator, 58 system. Not 08P01, which a
 * statement with too few values gets: that never goes through.
 */
const CLASSES = /^(08(?!P01)|53|57|58)/;
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** Said by the driver, which gives these no code. */
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after/;

/** Errors of the surroundings and of nobody's input: the same work will go through once they are over. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && (CLASSES.test(code) || SOCKET.has(code))) return true;
  return typeof message === 'string' && WORDS.test(message);
}
