export interface Offer {
  readonly proposedBy: string;
  /** Null for somebody new. */
  readonly personId: string | null;
}

/**
 * What an operator may do with an open offer: whoever proposed it takes it back, another confirms or refuses. Whom it is for does
 * neither.
 */
export function offerSteps({ proposedBy, personId }: Offer, reader: string): ('withdraw' | 'confirm' | 'refuse')[] {
  if (proposedBy === reader) return ['withdraw'];
  return personId === reader ? [] : ['confirm', 'refuse'];
}
