import { Facts, formatBasisPoints, formatNumber, Money, useLocale, type Fact } from '@xihuo/ui';
import type { ComponentProps } from 'react';
import { useT } from '../words';
import { useKilograms, type Agreement } from './parts';

type Terms = Agreement['terms'];
type Of<Kind extends Terms['kind']> = Extract<Terms, { kind: Kind }>;

function PerKg({ value }: { value: ComponentProps<typeof Money>['value'] }) {
  const t = useT();
  return (
    <>
      <Money value={value} />
      {t('scale.perKg')}
    </>
  );
}

function Purchase({ terms, productName }: { terms: Of<'contractPurchase'>; productName: string | null }) {
  const t = useT();
  const locale = useLocale();
  const kilograms = useKilograms();
  const facts: Fact[] = [
    { term: t('order.product'), detail: productName },
    { term: t('term.floorPrice'), detail: <PerKg value={terms.floorPricePerKg} /> },
  ];
  if (terms.premiumPerKg.amount !== '0')
    facts.push({ term: t('term.premium'), detail: <PerKg value={terms.premiumPerKg} /> });
  facts.push({ term: t('term.contracted'), detail: kilograms(terms.contractedGrams) });
  if (terms.capGramsPerYear) facts.push({ term: t('term.capYear'), detail: kilograms(terms.capGramsPerYear) });
  if (terms.capGramsPerLot) facts.push({ term: t('term.capLot'), detail: kilograms(terms.capGramsPerLot) });
  if (terms.rebateBp > 0) facts.push({ term: t('term.rebate'), detail: formatBasisPoints(terms.rebateBp, locale) });
  facts.push({ term: t('term.priority'), detail: terms.priority });
  return <Facts facts={facts} />;
}

function Employment({ terms }: { terms: Of<'employment'> }) {
  const t = useT();
  const facts: Fact[] = [];
  if (terms.dailyWage) facts.push({ term: t('term.dailyWage'), detail: <Money value={terms.dailyWage} /> });
  if (terms.pieceRate)
    facts.push({
      term: t('term.pieceRateOf', { piece: terms.pieceName ?? '' }),
      detail: <Money value={terms.pieceRate} />,
    });
  if (terms.workDaysPerYear) facts.push({ term: t('term.workDays'), detail: terms.workDaysPerYear });
  return <Facts facts={facts} />;
}

function Dividend({ terms }: { terms: Of<'dividend'> }) {
  const t = useT();
  const locale = useLocale();
  const facts: Fact[] = [];
  if (terms.shares > 0) facts.push({ term: t('term.shares'), detail: formatNumber(terms.shares, locale) });
  if (terms.landMuHundredths)
    facts.push({ term: t('term.mu'), detail: formatNumber(terms.landMuHundredths / 100, locale) });
  if (terms.rentPerMu) facts.push({ term: t('term.rent'), detail: <Money value={terms.rentPerMu} /> });
  return <Facts facts={facts} />;
}

/** What was agreed, figure by figure, for those who reckon with it. */
export function TermFacts({ terms, productName }: { terms: Terms; productName: string | null }) {
  if (terms.kind === 'contractPurchase') return <Purchase terms={terms} productName={productName} />;
  return terms.kind === 'employment' ? <Employment terms={terms} /> : <Dividend terms={terms} />;
}
