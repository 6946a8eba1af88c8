import type { ActField, Values } from '../admission/watching/act-fields';
import { useT } from '../words';

/** Reasons of law for which what somebody wrote may be hidden. */
export const GROUNDS = ['personalData', 'unlawful', 'defamation', 'advertising'] as const;

/** As it is sent. */
export const hidingOf = ({ ground, reason = '' }: Values) => ({
  ground: GROUNDS.find((one) => one === ground) ?? ('unlawful' as const),
  reason: reason.trim(),
});

/** What is asked of whoever hides something. */
export function useGroundFields(): readonly ActField[] {
  const t = useT();
  return [
    {
      ...{ name: 'ground', kind: 'choice', label: t('reviews.groundTerm') },
      choices: [
        { value: '', label: t('reviews.choose') },
        ...GROUNDS.map((value) => ({ value, label: t(`reviews.ground.${value}`) })),
      ],
    },
    { name: 'reason', kind: 'area', label: t('dispute.reason'), least: 4, most: 500 },
  ];
}
