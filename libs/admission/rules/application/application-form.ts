import type { InputOf } from '@xihuo/contract';

/** As people fill it in: anything may be missing or wrong until it is judged. */
export type ApplicationForm = InputOf<'PUT /admission/applications/{id}/form'>['body'];

/** A code as it stands on paper, however it was typed: full-width or small letters, and gaps that make it readable. */
export function normalCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\-‐-―]/gu, '')
    .toUpperCase();
}
