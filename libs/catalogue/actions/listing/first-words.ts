import { fail, type machines } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { beyondCertificates, blocking, checkTexts } from '../../rules/listing/check-text';
import { packTexts, textsIn } from '../../rules/listing/difference';
import type { Indication } from '../../rules/dossier-facts';
import { indicationFindings } from '../../rules/listing/indication-words';
import { contentOf, TEXTS } from '../../store/listing/views';
import type { ListingRow } from '../../store/listing/listing.sql';
import { listingRow, wordRules, type OwnListing } from './read-listing';
import { chinese } from '../../words/chinese';

type Texts = Partial<Readonly<Record<machines.listings.FoundIn, string>>>;

/**
 * The words of a product that is only being entered. Whoever enters it may hold a certificate that is handed in with the dossier, so
 * words that a certificate makes lawful pass here and are asked for when the dossier is sent.
 *
 * @throws ProblemError TEXT_UNLAWFUL with every word, its rule and how to mend it
 */
export async function mustReadLawful(tx: Tx, texts: Texts): Promise<void> {
  refuse(checkTexts(beyondCertificates(await wordRules(tx)), texts, [], chinese));
}

interface SentWords {
  readonly name: { zh: string; en: string };
  readonly marks: readonly string[];
  readonly indications: readonly Indication[];
  readonly proven: readonly string[];
}

/**
 * The first listing is published with the dossier that is approved, so its words are looked through when that is sent: nobody looks
 * at them as a change (广告法 art. 9, 17, 18; 食品安全法 art. 73).
 *
 * @param dossier the name it gives the product, the quality marks it shows papers for that are valid today, which names the register
 *   protects, and for which of them a certificate is shown
 * @throws ProblemError NOT_FOUND, TEXT_UNLAWFUL
 */
export async function mustSendLawful(tx: Tx, own: OwnListing, { name, marks, ...places }: SentWords): Promise<void> {
  const row = await listingRow(tx, own);
  const names = { nameZh: name.zh, nameEn: name.en };
  refuse([
    ...checkTexts(await wordRules(tx), { ...publicTexts(row), ...names }, [...row.certificates, ...marks], chinese),
    ...indicationFindings(names, places, chinese),
  ]);
}

/** Everything in words that the shop shows of a listing. */
export function publicTexts(row: ListingRow): Texts {
  const packs = row.packs.filter(({ opened }) => opened);
  return { nameZh: row.name_zh, nameEn: row.name_en, ...textsIn(contentOf(row), TEXTS), ...packTexts(packs) };
}

function refuse(findings: readonly machines.listings.TextFinding[]): void {
  if (blocking(findings).length > 0) throw fail('TEXT_UNLAWFUL', { extra: { findings: blocking(findings) } });
}
