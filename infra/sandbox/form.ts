import { invalidRequest } from './stripe-problem';

export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type Form = { [key: string]: FormValue };

const maxFields = 1_000;
const maxDepth = 5;
const keyShape = /^([^[\]]+)((?:\[[^[\]]*\])*)$/;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Stripe's own encoding: `metadata[order]=1`, `expand[]=a`, `expand[0]=a`. */
export function decodeForm(text: string): Form {
  const form: Form = Object.create(null);
  let fields = 0;
  for (const [key, value] of new URLSearchParams(text)) {
    fields += 1;
    if (fields > maxFields) throw invalidRequest('Too many parameters');
    place(form, segmentsOf(key), value);
  }
  return gatherLists(form) as Form;
}

function segmentsOf(key: string): string[] {
  const match = keyShape.exec(key);
  if (!match) throw invalidRequest(`Invalid parameter name: ${key}`);
  const inner = [...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1] ?? '');
  const segments = [match[1] ?? '', ...inner];
  if (segments.length > maxDepth || segments.some((segment) => forbidden.has(segment)))
    throw invalidRequest(`Invalid parameter name: ${key}`);
  return segments;
}

function place(form: Form, segments: string[], value: string): void {
  let here = form;
  segments.forEach((segment, depth) => {
    const name = segment === '' ? String(Object.keys(here).length) : segment;
    if (depth === segments.length - 1) {
      here[name] = value;
      return;
    }
    const next = here[name] ?? Object.create(null);
    if (typeof next === 'string' || Array.isArray(next)) throw invalidRequest(`Conflicting parameter: ${segments[0]}`);
    here[name] = next;
    here = next;
  });
}

/** `{0: a, 1: b}` was a list on the sender's side. */
function gatherLists(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  for (const key of keys) value[key] = gatherLists(value[key] as FormValue);
  const isList = keys.length > 0 && keys.every((key, index) => key === String(index));
  return isList ? keys.map((key) => value[key] as FormValue) : value;
}
