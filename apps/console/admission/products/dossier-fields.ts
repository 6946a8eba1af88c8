import { formatDate, formatMoney, formatNumber, formatWeight, useLocale, type Output } from '@xihuo/ui';
import { useT } from '../../words';
import { useCategoryName } from './category';

export type Dossier = Output<'GET /admission/dossiers/{id}'>;
/** What was handed in, beside what the catalogue knew of the product that day. */
export type DossierContent = Pick<Dossier, 'form' | 'facts'>;
type County = Dossier['county'];

export interface DossierField {
  /** Into `{ form, facts }`; a correction names it, and so does what changed. */
  pointer: string;
  label: string;
  /** Null where nothing was said. */
  value: string | null;
  paper: string | null;
}

export interface DossierSection {
  id: string;
  title: string;
  fields: DossierField[];
}

type T = ReturnType<typeof useT>;
type Locale = ReturnType<typeof useLocale>;
interface Speech {
  t: T;
  locale: Locale;
  categoryName: (value: string) => string;
}

const field = (pointer: string, label: string, value: string | null, paper: string | null = null): DossierField => ({
  pointer,
  label,
  value: value === '' ? null : value,
  paper,
});

/** A dossier as sections of fields in words; the same for the version before, so that the two can be held side by side. */
export function useDossierSections(county: County): (content: DossierContent) => DossierSection[] {
  const speech: Speech = { t: useT(), locale: useLocale(), categoryName: useCategoryName() };
  return (content) => [
    what(content, speech, county),
    origin(content, speech, county),
    proof(content, speech),
    label(content, speech),
    price(content, speech),
    afterSale(content, speech),
  ];
}

/** What the product is: with a version these change, and the shop shows them once it is approved. */
function what({ facts }: DossierContent, { t, categoryName }: Speech, county: County): DossierSection {
  const storage = STORAGES.find((one) => one === facts.storage);
  const days = facts.shelfLifeDays;
  return {
    id: 'what',
    title: t('dossier.section.what'),
    fields: [
      field('/facts/nameZh', t('apply.products.name'), facts.nameZh),
      field('/facts/nameEn', t('apply.subject.nameEn'), facts.nameEn),
      field('/facts/category', t('apply.products.category'), categoryName(facts.category)),
      field('/facts/regionCode', t('apply.products.origin'), namedIn(county, facts.regionCode)),
      field('/facts/storage', t('ownProducts.storage'), storage ? t(`storage.${storage}`) : null),
      field('/facts/shelfLifeDays', t('facts.shelfLife'), days === null ? null : t('change.days', { count: days })),
    ],
  };
}

const STORAGES = ['ambient', 'chilled', 'frozen'] as const;

/** The county it is judged in has its name at hand; any other is told by its code, which is what is compared. */
function namedIn(county: County, code: string | null): string | null {
  return code === county.code ? `${county.provinceName} ${county.name}` : code;
}

function origin({ form, facts }: DossierContent, { t }: Speech, county: County): DossierSection {
  const named = (code: string | null) => namedIn(county, code);
  return {
    id: 'origin',
    title: t('dossier.section.origin'),
    fields: [
      field('/form/packaging', t('dossier.packaging'), form.packaging && t(`packaging.${form.packaging}`)),
      field('/form/producedInCounty', t('dossier.producedIn'), named(form.producedInCounty)),
      field('/form/rawMaterialCounty', t('dossier.rawMaterial'), named(form.rawMaterialCounty)),
      ...form.originEvidence.map(({ kind, reference, fileId }, index) =>
        field(`/form/originEvidence/${index}`, t(`originEvidence.${kind}`), reference, fileId),
      ),
      field('/facts/lotCodePrefix', t('dossier.lotPrefix'), facts.lotCodePrefix),
    ],
  };
}

/** What of a paper is said, in one line. */
const said = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');

function proof({ form, facts }: DossierContent, { t, locale }: Speech): DossierSection {
  const { foodLicence, testReport } = form;
  const until = (day: string) => t('dossier.until', { date: formatDate(day, locale) });
  return {
    id: 'proof',
    title: t('dossier.section.proof'),
    fields: [
      field('/facts/scClass', t('dossier.scClass'), facts.scClass),
      field(
        '/form/foodLicence',
        t('dossier.foodLicence'),
        foodLicence && said(foodLicence.number, foodLicence.issuer, until(foodLicence.validUntil)),
      ),
      field('/form/operationLicence', t('dossier.operationLicence'), form.operationLicence),
      field(
        '/form/testReport',
        t('dossier.testReport'),
        testReport &&
          [
            testReport.number,
            testReport.laboratory,
            t(testReport.accredited ? 'dossier.accredited' : 'dossier.notAccredited'),
            t(testReport.qualified ? 'dossier.qualified' : 'dossier.notQualified'),
            formatDate(testReport.testedOn, locale),
          ].join(' · '),
        testReport?.fileId ?? null,
      ),
      ...form.marks.map(({ kind, number, issuer, holder, validUntil, fileId }, index) =>
        field(
          `/form/marks/${index}`,
          t(`qualityMark.${kind}`),
          said(number, issuer, holder, until(validUntil)),
          fileId,
        ),
      ),
      field('/form/brand', t('dossier.brand'), form.brand),
      field('/form/trademarkNumber', t('dossier.trademark'), form.trademarkNumber),
    ],
  };
}

function label({ form: { label: stated } }: DossierContent, { t }: Speech): DossierSection {
  const lines = [
    'ingredients',
    'netContent',
    'producer',
    'producerAddress',
    'standardCode',
    'storage',
    'shelfLife',
  ] as const;
  return {
    id: 'label',
    title: t('dossier.section.label'),
    fields: [
      ...lines.map((name) => field(`/form/label/${name}`, t(`label.${name}`), stated && stated[name])),
      field(
        '/form/label/nutrition',
        t('label.nutrition'),
        stated && t(stated.nutrition ? 'dossier.yes' : 'dossier.no'),
        stated?.fileId ?? null,
      ),
    ],
  };
}

function price({ form, facts }: DossierContent, { t, locale }: Speech): DossierSection {
  return {
    id: 'price',
    title: t('dossier.section.price'),
    fields: [
      ...facts.packs.map(({ pack, netGrams, price: asked, pricePer500g }, index) =>
        field(
          `/facts/packs/${index}`,
          pack,
          [
            formatMoney(asked),
            ...(netGrams === null ? [] : [formatWeight(Number(netGrams), locale)]),
            ...(pricePer500g === null ? [] : [t('dossier.per500g', { price: formatMoney(pricePer500g) })]),
          ].join(' · '),
        ),
      ),
      field(
        '/facts/peers',
        t('dossier.peers'),
        facts.peers &&
          t('dossier.peersText', {
            price: formatMoney(facts.peers.median),
            offers: formatNumber(facts.peers.offers, locale),
          }),
      ),
      field('/form/annualValue', t('dossier.annualValue'), form.annualValue && formatMoney(form.annualValue)),
    ],
  };
}

function afterSale({ form: { afterSale: promised } }: DossierContent, { t }: Speech): DossierSection {
  return {
    id: 'afterSale',
    title: t('dossier.section.afterSale'),
    fields: [
      field('/form/afterSale/phone', t('dossier.phone'), promised && promised.phone),
      field('/form/afterSale/returnAddress', t('dossier.returnAddress'), promised && promised.returnAddress),
      field(
        '/form/afterSale/responseHours',
        t('dossier.responseHours'),
        promised && t('dossier.hours', { count: promised.responseHours }),
      ),
    ],
  };
}
