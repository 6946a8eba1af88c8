import type { machines } from '@xihuo/contract';

/** Before an address of the shop, whose public record has it. */
export const SHOP = 'shop:';

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

/** Where a table was brought in, and says what became of it. */
const IMPORTED: Readonly<Record<string, Way>> = {
  linkedhouseholds: at('/admission/apply'),
  payoutresults: list('/settlement/payouts'),
  shipments: list('/ordering/shipments'),
};
const imported: Way = (rest, isSupplier) => {
  const [kind = '', scope = ''] = rest.split('/');
  return (IMPORTED[kind] ?? list('/catalogue/products'))(scope, isSupplier);
};

const held: Way = (_, isSupplier) => (isSupplier ? '/admission/own' : '/admission/watching/certificates');

const WAYS = {
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
  mandate: list('/admission/apply'),
  listing: list('/catalogue/products'),
  // Suppliers have it in the public record alone; those who judge by it, here.
  standard: (id, isSupplier) => (isSupplier ? `${SHOP}/standards/${id}` : `/admission/standards/${id}`),
  certificate: held,
  certification: held,
  sample: (_, isSupplier) => (isSupplier ? '/admission/own' : '/admission/watching/spot-checks'),
  // Traders are told of those whose mandate they hold.
  producer: list('/admission/apply'),
  fair: list('/channels/own-fairs'),
  part: at('/ordering/orders'),
  invoicing: at('/ordering/invoices'),
  transfers: list('/ordering/transfers'),
  settlement: list('/settlement/runs'),
  statements: list('/settlement/statements'),
  payouts: list('/settlement/accounts'),
  delivery: at('/trace/deliveries'),
  recall: at('/trace/recalls'),
  agreement: at('/benefit/agreements'),
  work: at('/benefit/work'),
  contest: list('/benefit/contests'),
  outside: list('/benefit/outside-payments'),
  pool: at('/benefit/pools'),
  distribution: at('/benefit/distributions'),
  roles: list('/'),
  sessions: list('/identity/sessions'),
  import: imported,
  viewing: list('/admission/own'),
  // With an order's id it is the buyer's, in the shop.
  claims: (id) => (id === 'open' ? '/ordering/after-sales' : null),
  ending: (role) => `/identity/people?role=${role}`,
  settings: (id) => (id === 'proposed' ? '/registry/settings?view=proposed' : '/registry/settings'),
  differences: list('/payment/differences'),
} satisfies Partial<Record<keyof typeof machines.NOTICE_KINDS, Way>>;

/** What a notice leads to, or null where it leads nowhere here. @param about a kind and an id, such as `case:ID` */
export function leadsOn(about: string | null, isSupplier: boolean): string | null {
  const [kind = '', id = ''] = about?.split(':') ?? [];
  const ways: Readonly<Record<string, Way>> = WAYS;
  return Object.hasOwn(ways, kind) && id !== '' ? ways[kind]!(id, isSupplier) : null;
}
