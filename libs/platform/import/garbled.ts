/**
 * What is left of a text that went through a wrong encoding: the sign for what could not be read, or what Chinese Windows makes
 * of that sign's bytes. What stood there nobody can tell any more.
 */
export function isGarbled(text: string): boolean {
  return /\ufffd|锟斤拷/.test(text);
}
