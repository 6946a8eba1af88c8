/** Of what a notice is about, where it stands at this person's desk. */
type Way = (id: string, isSupplier: boolean) => string | null;

const watched =
  (place: string, own = place): Way =>
  (id, isSupplier) =>
    isSupplier ? `/admission/own${own === '' ? '' : `/${own}/${id}`}` : `/admission/watching/${place}/${id}`;
const at =
  (place: string): Way =>
  (id) =>
    `${place}/${id}`;
const list =
  (place: string): Way =>
  () =>
    place;

const WAYS: Readonly<Record<string, Way>> = {
  application: (id, isSupplier) => (isSupplier ? `/admission/apply/${id}` : `/admission/applications/${id}/desk`),
  objection: at('/admission/objections'),
  dossier: at('/admission/dossiers'),
  recognition: at('/admission/recognitions'),
  // Suppliers are told of it, and have no desk of editions: their own recognitions say in which they are.
  edition: list('/admission/recognitions'),
  case: watched('cases'),
  measure: watched('measures'),
  rectification: watched('measures'),
  recheck: watched('rechecks'),
  appeal: watched('appeals', ''),
  exit: watched('exits', ''),
  change: at('/catalogue/changes'),
  changes: list('/catalogue/changes'),
  lead: list('/channels/leads'),
  // A buyer's is `dispute:`, which only the shop leads on.
  answering: at('/disputes'),
  mediation: at('/mediation'),
  review: list('/reviews'),
  question: list('/questions'),
  feedback: list('/trace/feedback'),
  orders: list('/ordering/orders'),
  // With an order's id it is the buyer's, in the shop.
  claims: (id) => (id === 'open' ? '/ordering/after-sales' : null),
  ending: (role) => `/identity/people?role=${role}`,
  settings: (id) => (id === 'proposed' ? '/registry/settings?view=proposed' : '/registry/settings'),
  differences: list('/payment/differences'),
};

/** What a notice leads to, or null where it leads nowhere here. @param about a kind and an id, such as `case:ID` */
export function leadsOn(about: string | null, isSupplier: boolean): string | null {
  const [kind = '', id = ''] = about?.split(':') ?? [];
  return Object.hasOwn(WAYS, kind) && id !== '' ? WAYS[kind]!(id, isSupplier) : null;
}
