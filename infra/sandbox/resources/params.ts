import { z } from 'zod';
import type { Form } from '../form';
import { invalidRequest } from '../stripe-problem';

/** Form values are strings; these schemas read them as Stripe does. */
export const integer = z
  .string()
  .regex(/^\d{1,12}$/, 'Invalid integer')
  .transform(Number);

/** Stripe takes at most eight digits. */
export const fen = integer
  .refine((amount) => amount >= 1, 'Amount must be at least 1')
  .refine((amount) => amount <= 99_999_999, {
    message: 'Amount must be no more than 99999999',
    params: { code: 'amount_too_large' },
  });

export const currency = z.string().toLowerCase().pipe(z.literal('cny'));
export const id = z.string().min(1).max(255);
export const text = z.string().max(1_000);

const metadataMax = 50;
export const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((entries) => Object.keys(entries).length <= metadataMax, 'Too many metadata keys')
  .transform((entries) => ({ ...entries }));

const range = z.strictObject({
  gt: integer.optional(),
  gte: integer.optional(),
  lt: integer.optional(),
  lte: integer.optional(),
});

export const listParams = {
  limit: integer.refine((count) => count >= 1 && count <= 100, 'limit must be between 1 and 100').default(10),
  starting_after: id.optional(),
  created: range.optional(),
};

export function readParams<T>(schema: z.ZodType<T>, form: Form): T {
  const result = schema.safeParse(form);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (!issue) throw invalidRequest('Invalid request');
  if (issue.code === 'unrecognized_keys') {
    const param = paramName([...issue.path, issue.keys[0] ?? '']);
    throw invalidRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  }
  const param = paramName(issue.path);
  const missing = issue.code === 'invalid_type' && valueAt(form, issue.path) === undefined;
  if (missing) throw invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  const code = issue.code === 'custom' ? String(issue.params?.code ?? 'parameter_invalid') : 'parameter_invalid';
  throw invalidRequest(`Invalid ${param}: ${issue.message}`, { code, param });
}

function paramName(path: PropertyKey[]): string {
  const [first, ...rest] = path.map(String);
  return `${first ?? ''}${rest.map((part) => `[${part}]`).join('')}`;
}

function valueAt(form: Form, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    form,
  );
}

interface Listed {
  id: string;
  created: number;
}
interface ListQuery {
  limit: number;
  starting_after?: string | undefined;
  created?:
    | { gt?: number | undefined; gte?: number | undefined; lt?: number | undefined; lte?: number | undefined }
    | undefined;
}

export function isWithin({ created }: Listed, query: Pick<ListQuery, 'created'>): boolean {
  const { gt = -1, gte = 0, lt = Infinity, lte = Infinity } = query.created ?? {};
  return created > gt && created >= gte && created < lt && created <= lte;
}

/** Newest first, as Stripe lists. */
export function listAnswer<T extends Listed>(
  rows: T[],
  query: ListQuery,
  url: string,
  show: (row: T) => object = (row) => row,
): object {
  const within = rows.filter((row) => isWithin(row, query)).reverse();
  const start = query.starting_after ? within.findIndex((row) => row.id === query.starting_after) + 1 : 0;
  const data = within.slice(start, start + query.limit).map(show);
  return { object: 'list', url, has_more: start + query.limit < within.length, data };
}
