import type { machines } from '@xihuo/contract';
import { indicationsNamed, type Indication } from '../dossier-facts';
import { checkTexts, squeeze, type Signs, type WordRule } from './check-text';

/** Of the indications a name holds those that ask for a paper: of one that is part of another it is the longer one. */
export function asking(named: readonly Indication[]): Indication[] {
  return named.filter(({ nameZh }) => !named.some((other) => other.nameZh !== nameZh && other.nameZh.includes(nameZh)));
}

/**
 * What a product's name says of protected places without the right to: the name of a geographical indication stands only with a
 * certificate to use that one, valid today (地理标志产品保护办法, 商标法 art. 16).
 *
 * @param proven names of indications for which a certificate is shown
 */
export function indicationFindings(
  names: { readonly nameZh: string; readonly nameEn: string },
  { indications, proven }: { readonly indications: readonly Indication[]; readonly proven: readonly string[] },
  signs: Signs,
): machines.listings.TextFinding[] {
  const rules = asking(indicationsNamed([names.nameZh, names.nameEn], indications, signs))
    .filter(({ nameZh }) => !proven.includes(nameZh))
    .map((indication) => ruleOf(indication, signs));
  return rules.length === 0 ? [] : checkTexts({ version: '', rules }, names, [], signs);
}

function ruleOf({ nameZh, nameEn }: Indication, signs: Signs): WordRule {
  const pattern = (name: string) =>
    squeeze(name, signs)
      .text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      .replaceAll(/\s+/g, '\\s+');
  return {
    id: 'indicationName',
    law: '地理标志产品保护办法、商标法第十六条',
    weight: 'blocks',
    patterns: [nameZh, nameEn].filter((name) => name !== '').map(pattern),
    why: {
      zh: `“${nameZh}”是登记的地理标志，没有有效的用标证书不得用作商品名称`,
      en: `“${nameZh}” is a registered geographical indication: goods bear its name only with a valid certificate to use it`,
    },
    fix: {
      zh: '在产品材料的认证里填写该地理标志的用标证书，或改名',
      en: 'Enter the certificate to use this indication among the marks of the dossier, or choose another name',
    },
  };
}
