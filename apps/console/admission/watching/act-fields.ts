export interface ActField {
  name: string;
  /** `yuan`: typed in yuan, zero allowed, with `max` in fen. */
  kind: 'text' | 'area' | 'day' | 'number' | 'choice' | 'yuan';
  label: string;
  hint?: string;
  optional?: boolean;
  choices?: readonly { value: string; label: string }[];
  initial?: string;
  /** As the contract counts characters. */
  least?: number;
  most?: number;
  min?: string;
  max?: string;
  /** Asked only where what was chosen before calls for it. */
  when?: (values: Values) => boolean;
}

export type Values = Readonly<Record<string, string>>;
export type Fault = 'missing' | 'short' | 'outOfRange';

/** Fen of yuan as people type them, zero among them; null where it is no amount. */
export function amountOf(yuan: string): bigint | null {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(yuan.normalize('NFKC').trim());
  return match && BigInt(match[1]!) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
}

export function firstValues(fields: readonly ActField[]): Values {
  return Object.fromEntries(fields.map(({ name, initial }) => [name, initial ?? '']));
}

export function asksFor(field: ActField, values: Values): boolean {
  return field.when?.(values) ?? true;
}

/** What can be said before asking the server; everything else the server says. */
export function faultsOf(fields: readonly ActField[], values: Values): Readonly<Record<string, Fault>> {
  const faults: Record<string, Fault> = {};
  for (const field of fields.filter((one) => asksFor(one, values))) {
    const fault = faultOf(field, (values[field.name] ?? '').trim());
    if (fault !== null) faults[field.name] = fault;
  }
  return faults;
}

function faultOf({ kind, optional, least = 0, min, max }: ActField, value: string): Fault | null {
  if (value === '') return optional ? null : 'missing';
  if (value.length < least) return 'short';
  if (kind === 'number') {
    const count = Number(value);
    const within = Number.isInteger(count) && count >= Number(min ?? -Infinity) && count <= Number(max ?? Infinity);
    return within ? null : 'outOfRange';
  }
  if (kind === 'yuan') {
    const fen = amountOf(value);
    return fen !== null && fen <= BigInt(max ?? fen) ? null : 'outOfRange';
  }
  if (kind === 'day' && ((min !== undefined && value < min) || (max !== undefined && value > max))) return 'outOfRange';
  return null;
}

/** What was left empty is not sent. */
export function given<Name extends string>(name: Name, value: string | undefined): { [N in Name]?: string } {
  return value === undefined || value.trim() === '' ? {} : ({ [name]: value.trim() } as { [N in Name]?: string });
}
