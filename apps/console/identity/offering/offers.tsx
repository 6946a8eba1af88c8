import { Badge, useApi, type ApiProblem, type Output } from '@xihuo/ui';
import { Proposed } from '../../frame/proposed';
import { ReasonedStep } from '../reasoned-step';
import { useT } from './words';

type Offer = Output<'GET /people'>['offers'][number];

const DUTIES = ['party', 'decides', 'pays', 'audits', 'colleague'] as const;

/** With what they do already the role does not go. */
export function ApartReason({ problem }: { problem: ApiProblem }) {
  const t = useT();
  const duty = DUTIES.find((one) => one === problem.facts['duty']);
  return duty === undefined ? null : <p>{t(`offer.apart.${duty}`)}</p>;
}

/** A step with an offer, and why. */
function Decision({ offer: { id, name, proposal }, step }: { offer: Offer; step: Offer['may'][number] }) {
  const t = useT();
  return (
    <ReasonedStep
      {...{ id, step, proposal }}
      word={t(`offer.${step}`)}
      look={step === 'confirm' ? 'primary' : 'secondary'}
      lead={t(`offer.${step}.lead`, { name })}
      done={t(`offer.${step}.done`)}
      refusal={(problem) => <ApartReason problem={problem} />}
    />
  );
}

/** What is told to whom the role was given: in person, so that their phone alone opens nothing. */
function Invitation({ value }: { value: string }) {
  const t = useT();
  return (
    <p className="text-sm text-ink-soft">
      {t('offer.invitation')}
      <strong className="numeric block text-lg tracking-wider text-ink select-all">{value}</strong>
    </p>
  );
}

function Row({ offer }: { offer: Offer }) {
  const t = useT();
  const isGiven = offer.may.length === 0 && offer.phone === null;
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-lg">
          {offer.name} · {t(`role.${offer.role}`)}
        </h3>
        <Badge tone={isGiven ? 'info' : 'attention'}>{t(isGiven ? 'offer.given' : 'offer.open')}</Badge>
      </div>
      <p className="text-sm text-ink-soft">
        {offer.jurisdiction?.name ?? t('people.country')}
        {offer.phone !== null && ` · ${t('offer.phone', { digits: offer.phone })}`}
      </p>
      <Proposed proposal={offer.proposal} />
      {offer.invitation !== null && <Invitation value={offer.invitation} />}
      {isGiven && offer.invitation === null && <p className="text-sm text-ink-soft">{t('offer.waits')}</p>}
      {offer.may.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {offer.may.map((step) => (
            <Decision key={step} offer={offer} step={step} />
          ))}
        </div>
      )}
    </li>
  );
}

/** Roles that wait for a second operator, or for whom they were given to. */
export function Offers() {
  const t = useT();
  const offers = useApi('GET /people', { query: { limit: 1 } }).data?.offers ?? [];
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="offers" className="mb-8">
      <h2 id="offers" className="mb-3 text-xl">
        {t('offer.title')}
      </h2>
      <ul className="grid gap-3 lg:grid-cols-2">
        {offers.map((offer) => (
          <Row key={offer.id} offer={offer} />
        ))}
      </ul>
    </section>
  );
}
