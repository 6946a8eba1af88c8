import { TextField } from '@xihuo/ui';
import { useT } from '../../words';

export interface TypedNumbers {
  gtin: string;
  article: string;
}

/** As the api takes them: none where nothing is typed. */
export const numbersOf = ({ gtin, article }: TypedNumbers) => ({
  gtin: gtin.trim() || null,
  articleNumber: article.trim() || null,
});

interface Props {
  numbers: TypedNumbers;
  onChange: (numbers: TypedNumbers) => void;
}

/** By which numbers a pack is known: the one on its barcode, and the supplier's own. */
export function NumberFields({ numbers, onChange }: Props) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('packs.gtin')}
        hint={t('packs.gtinHint')}
        optional
        inputMode="numeric"
        maxLength={20}
        value={numbers.gtin}
        onChange={(event) => onChange({ ...numbers, gtin: event.target.value })}
      />
      <TextField
        label={t('packs.article')}
        hint={t('packs.articleHint')}
        optional
        maxLength={40}
        value={numbers.article}
        onChange={(event) => onChange({ ...numbers, article: event.target.value })}
      />
    </>
  );
}
