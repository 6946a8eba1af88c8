/**
 * Whom a supplier's answer is for: those who asked for it and still review there, else everybody who reviews there. Nobody
 * waits for an answer that lies with somebody who has left.
 */
export function inCharge(asked: readonly string[], reviewing: readonly string[]): readonly string[] {
  const still = reviewing.filter((personId) => asked.includes(personId));
  return still.length > 0 ? still : reviewing;
}
