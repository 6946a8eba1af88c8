import { Facts, formatDate, Money, useLocale, type Output } from '@xihuo/ui';
import { Answer } from './answer';
import { formatJin, jinAndKilograms, worth, yuanPerJin } from './figures';
import { Mark, Photo, Sheet } from './pieces';
import { useAct } from './use-act';
import { useT } from './words';

type Delivery = Output<'GET /me/deliveries'>['data'][number];

/** The unit of the market large, the other beside it; each stays in one piece on a narrow phone. */
function Weight({ grams }: { grams: number }) {
  const t = useT();
  const { jin, kilograms } = jinAndKilograms(grams, useLocale());
  return (
    <p className="numeric flex flex-wrap items-baseline gap-x-3">
      <span className="text-3xl font-semibold">{t('farmer.jin', { count: jin })}</span>
      <span className="text-xl">{t('farmer.kilograms', { count: kilograms })}</span>
    </p>
  );
}

/** What came off the scale, as the ticket has it: weight in both units, price, and what that comes to. */
export function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const locale = useLocale();
  const { pricePerKg, grams } = delivery;
  return (
    <>
      <Weight grams={grams} />
      <Facts
        facts={[
          { term: t('farmer.day'), detail: formatDate(delivery.deliveredOn, locale) },
          { term: t('farmer.to'), detail: <span lang="zh-CN">{delivery.supplier.name}</span> },
          ...(delivery.grade === 'ungraded' ? [] : [{ term: t('farmer.grade'), detail: t(`grade.${delivery.grade}`) }]),
          ...(pricePerKg
            ? [
                {
                  term: t('farmer.price'),
                  detail: t('farmer.pricePerJin', {
                    jin: yuanPerJin(pricePerKg, locale),
                    kg: `¥${Number(pricePerKg.amount) / 100}`,
                  }),
                },
                { term: t('farmer.comesTo'), detail: <Money value={worth(grams, pricePerKg)} size="price" /> },
              ]
            : [{ term: t('farmer.price'), detail: t('farmer.priceByAgreement') }]),
          { term: t('farmer.lotTerm'), detail: <span className="text-base break-all">{delivery.lot.code}</span> },
          ...(delivery.note ? [{ term: t('farmer.note'), detail: delivery.note }] : []),
        ]}
      />
      {delivery.correctionReason && (
        <p className="rounded-md bg-slate-wash px-4 py-2 text-base">
          {t('farmer.corrected', { reason: delivery.correctionReason })}
        </p>
      )}
    </>
  );
}

interface DeliverySheetProps {
  delivery: Delivery;
  onSaid: (words: string) => void;
}

export function DeliverySheet({ delivery, onSaid }: DeliverySheetProps) {
  const t = useT();
  const locale = useLocale();
  const { id, version, witness, confirmsOn, ticketFileId, product, supplier } = delivery;
  const confirm = useAct(
    'POST /me/deliveries/{id}/confirmation',
    () => ({ params: { id }, version }),
    () => onSaid(t('farmer.deliveryConfirmed')),
  );
  const contest = useAct(
    'POST /me/deliveries/{id}/contest',
    (reason: string) => ({ params: { id }, version, body: { reason } }),
    () => onSaid(t('farmer.contested', { supplier: supplier.name })),
  );
  return (
    <Sheet
      title={<span lang="zh-CN">{product.name}</span>}
      aside={<Mark tone="attention">{t(witness ? 'farmer.isWitnessed' : 'farmer.waitsForYou')}</Mark>}
    >
      <DeliveryFacts delivery={delivery} />
      {witness && (
        <p className="rounded-md bg-amber-wash px-4 py-2 text-base">
          {t('farmer.witnessedBy', { name: witness.name, role: t(`witness.${witness.role}`) })}
          {confirmsOn && t('farmer.standsUnlessContested', { date: formatDate(confirmsOn, locale) })}
        </p>
      )}
      {ticketFileId && (
        <Photo src={`/api/v1/me/deliveries/${id}/ticket`} label={t('farmer.ticket')} open={t('farmer.openPhoto')} />
      )}
      <Answer
        label={t('farmer.answerDelivery', { product: product.name, weight: formatJin(delivery.grams, locale) })}
        yes={{ words: t('farmer.deliveryYes'), act: confirm }}
        no={{
          words: t('farmer.no'),
          sendWords: t('farmer.tellSupplier'),
          reasons: [t('wrong.weight'), t('wrong.price'), t('wrong.grade'), t('wrong.day'), t('wrong.notMine')],
          act: contest,
        }}
        whoAnswers={t('farmer.supplierCorrects', { supplier: supplier.name })}
      />
    </Sheet>
  );
}
