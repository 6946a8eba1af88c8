/** Somebody who wants to decide, as the grants say that were read with this request. */
export interface Decider {
  readonly personId: string;
  readonly grants: readonly DeciderGrant[];
}

export interface DeciderGrant {
  readonly role: string;
  readonly organisationId: string | null;
  readonly jurisdiction: string | null;
}

/** Somebody who had a part in the same matter already. */
export interface Participant<Part extends string = string> {
  readonly personId: string;
  readonly part: Part;
  /** What the person belonged to at that time. */
  readonly organisationIds: readonly string[];
}

/** What is to be decided, as far as it matters who decides. */
export interface Matter<Part extends string = string> {
  /** The supplier, and for a trader the producer behind it. */
  readonly parties: readonly string[];
  readonly submittedBy: string | null;
  readonly participants: readonly Participant<Part>[];
}

export type EyesFault = 'SUBMITTED_IT' | 'BELONGS_TO_PARTY' | 'HAD_ANOTHER_PART' | 'SAME_ORGANISATION' | 'RECUSED';

/**
 * Whether somebody may take a part in deciding a matter: never who submitted it, belongs to a party, declared a conflict, or had
 * another part in it, and nobody beside a colleague of the same organisation. It is the person who counts, so a second role
 * opens nothing. Whoever acts for the platform or a public department carries no organisation and is nobody's colleague here.
 *
 * @param part what the decider wants to be: the same part again, in a later round, is no second part
 * @returns null where nothing stands against it
 */
export function eyesFault<Part extends string>(
  { personId, grants }: Decider,
  { parties, submittedBy, participants }: Matter<Part>,
  part: Part,
): EyesFault | null {
  const tie = tieTo({ personId, grants }, { parties, submittedBy, participants });
  if (tie !== null) return tie;
  const own = organisationsOf(grants);
  const before = participants.find((other) => other.personId === personId);
  if (before && before.part !== part) return 'HAD_ANOTHER_PART';
  const others = participants.filter((other) => other.personId !== personId && other.part !== 'recused');
  if (others.some(({ organisationIds }) => organisationIds.some((id) => own.includes(id)))) return 'SAME_ORGANISATION';
  return null;
}

/**
 * What ties somebody to a matter: enough to keep out of it even who decides nothing, such as an inspector on site.
 *
 * @returns null where nothing does
 */
export function tieTo<Part extends string>(
  { personId, grants }: Decider,
  { parties, submittedBy, participants }: Matter<Part>,
): 'SUBMITTED_IT' | 'BELONGS_TO_PARTY' | 'RECUSED' | null {
  if (submittedBy === personId) return 'SUBMITTED_IT';
  if (organisationsOf(grants).some((id) => parties.includes(id))) return 'BELONGS_TO_PARTY';
  const before = participants.find((other) => other.personId === personId)?.part;
  if (before === 'submitter') return 'SUBMITTED_IT';
  return before === 'recused' ? 'RECUSED' : null;
}

/** Every organisation a person acts for, in whatever role. */
export function organisationsOf(grants: readonly DeciderGrant[]): string[] {
  return [...new Set(grants.flatMap(({ organisationId }) => organisationId ?? []))].sort();
}

/** How far down a jurisdiction binds; the platform's own people carry none and stand for the whole country. */
export type Reach = 'nation' | 'province' | 'city' | 'county';
const REACHES: Readonly<Record<number, Reach>> = { 0: 'nation', 2: 'province', 4: 'city', 6: 'county' };

export interface Competence {
  readonly role: string;
  /** Where absent, any reach that covers the county will do. */
  readonly reach?: Reach;
}

/** Whether some grant is of that role and covers the county; with a reach, only one of exactly that level. */
export function isCompetent(grants: readonly DeciderGrant[], countyCode: string, { role, reach }: Competence): boolean {
  return grants.some(
    (grant) =>
      grant.role === role &&
      countyCode.startsWith(grant.jurisdiction ?? '') &&
      (reach === undefined || REACHES[(grant.jurisdiction ?? '').length] === reach),
  );
}
