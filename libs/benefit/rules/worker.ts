/**
 * Who of a household worked: the head's own name, or none, is the head, so that nobody's day is written down under two names.
 *
 * @param head as the household is called
 * @returns null for the head
 */
export function workerOf(name: string | null, head: string): string | null {
  const plain = name?.replace(/\s+/gu, ' ').trim() ?? '';
  return plain === '' || plain === head ? null : plain;
}
