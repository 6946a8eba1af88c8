/** Below what a version is written with: nine digits. */
const VERSIONS = 999_999_937;
const SPREAD = 31;

/** Of a set of codes or ids: the same set has the same version whoever named it, and another one another, all but surely. */
export function versionOfSet(members: readonly string[]): number {
  const text = [...members].sort().join(' ');
  return 1 + [...text].reduce((sum, letter) => (sum * SPREAD + letter.codePointAt(0)!) % VERSIONS, 0);
}
