import type { LoggerService } from '@nestjs/common';
import { destination, pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
import { errorFacts } from './error-facts';

export type Log = Logger;

/** Fields that never reach a log, wherever somebody may put them. */
const SECRET = [
  'phone',
  'password',
  'token',
  'code',
  'name',
  'address',
  'body',
  'cookie',
  'authorization',
  'email',
].flatMap((field) => [`input.${field}`, `payload.${field}`, `person.${field}`, `delivery.${field}`]);

/** One JSON line an event, on standard output. No bodies, no query strings, no headers, no addresses of clients. */
export function createLog(level: string, process: string, out: DestinationStream = standardOutput()): Log {
  return pino(
    {
      level,
      base: { process },
      redact: { paths: SECRET, remove: true },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { ...stdSerializers, err: errorFacts, req: () => undefined, res: () => undefined },
    },
    out,
  );
}

/** Not waited for, line by line: a slow reader of our output must not slow down answers. */
function standardOutput(): DestinationStream {
  return destination({ dest: 1, sync: false });
}

/** Nest's own words: its start-up chatter at debug, warnings and errors as they are. */
export function nestLog(log: Log): LoggerService {
  const words = (message: unknown) => (typeof message === 'string' ? message : 'nest');
  return {
    log: (message: unknown) => log.debug(words(message)),
    debug: (message: unknown) => log.debug(words(message)),
    verbose: () => undefined,
    warn: (message: unknown) => log.warn(words(message)),
    error: (message: unknown) =>
      log.error(message instanceof Error ? { err: message } : {}, message instanceof Error ? 'nest' : words(message)),
  };
}
