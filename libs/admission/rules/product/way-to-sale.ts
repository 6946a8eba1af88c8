import type { InputOf, machines, ResponseOf } from '@xihuo/contract';

type Way = ResponseOf<'GET /suppliers/{supplierId}/products/{productId}/to-sell'>;
export type Step = Way['steps'][number];
export type StepName = Step['step'];
export type Params = InputOf<'GET /suppliers/{supplierId}/products/{productId}/to-sell'>['params'];

/** What admission knows of a product's way, as it stands at this moment. */
export interface ProductWay {
  readonly certified: boolean;
  readonly standing: string | null;
  readonly supplierMaySell: boolean;
  /** A trader whose producer is suspended, has left or is admitted no more. */
  readonly producerOut: boolean;
  readonly applicationState: machines.ApplicationState | null;
  readonly dossierState: machines.DossierState | null;
  readonly everApproved: boolean;
  readonly listingOpen: boolean;
  readonly listingMaySell: boolean;
  readonly endReason: string | null;
  readonly delistedFor: string | null;
  readonly recognitionState: machines.RecognitionState | null;
  readonly recognised: boolean;
}

type Words = Step['sentence'];
const DONE: Record<string, Words> = {
  supplierCertified: { zh: '供应商已准入', en: 'The supplier is admitted' },
  supplierInStanding: { zh: '供应商当前可以销售', en: 'The supplier may sell at present' },
  dossierSent: { zh: '产品档案已送审', en: 'The dossier was sent' },
  dossierApproved: { zh: '产品档案已审核通过', en: 'The dossier is approved' },
  listingOpen: { zh: '产品处于上架状态', en: 'The listing is open' },
  productNotDelisted: { zh: '产品未被下架处理', en: 'No measure against the product' },
  recognised: { zh: '已认定为消费帮扶产品', en: 'The product is recognised' },
};

/** The page where each is put right. */
const PLACES: Partial<Record<StepName, NonNullable<Step['place']>>> = {
  supplierCertified: 'application',
  supplierInStanding: 'measures',
  dossierSent: 'dossier',
  dossierApproved: 'dossier',
  listingOpen: 'dossier',
  productNotDelisted: 'measures',
  recognised: 'recognition',
};

/** The steps of admission, in their order, each with what to do where it is not met. Pure: pages and tests ask the same. */
export function stepsOf(way: ProductWay): Step[] {
  const step = (name: StepName, met: boolean, open: () => Pick<Step, 'sentence' | 'turn'>): Step => {
    const purpose = name === 'recognised' ? 'mark' : 'sale';
    const place = PLACES[name] ?? null;
    return met
      ? { step: name, for: purpose, met, sentence: DONE[name]!, turn: null, place }
      : { step: name, for: purpose, met, ...open(), place };
  };
  return [
    step('supplierCertified', way.certified, () => openApplication(way.applicationState)),
    step('supplierInStanding', way.supplierMaySell, () => openStanding(way)),
    step('dossierSent', way.dossierState !== null, () => ({
      sentence: { zh: '填写产品档案并送审', en: 'Fill in the dossier and send it' },
      turn: 'supplier',
    })),
    step('dossierApproved', way.everApproved, () => openDossier(way.dossierState)),
    step('listingOpen', way.listingOpen, () => ({
      sentence: way.endReason
        ? {
            zh: `已下架：${way.endReason}。重新送审可恢复`,
            en: `Taken off sale: ${way.endReason}. A new dossier brings it back`,
          }
        : { zh: '档案审核通过后自动上架', en: 'Opens with the approval of the dossier' },
      turn: way.endReason ? 'supplier' : null,
    })),
    step('productNotDelisted', way.delistedFor === null, () => ({
      sentence: { zh: `产品被下架处理：${way.delistedFor}`, en: `Delisted: ${way.delistedFor}` },
      turn: 'supplier',
    })),
    step('recognised', way.recognised, () => openRecognition(way.recognitionState)),
  ];
}

function openApplication(state: machines.ApplicationState | null): Pick<Step, 'sentence' | 'turn'> {
  switch (state) {
    case null:
    case 'draft':
    case 'rejected':
    case 'withdrawn':
      return { sentence: { zh: '提交准入申请', en: 'Hand in an application' }, turn: 'supplier' };
    case 'correctionsRequested':
      return { sentence: { zh: '按要求补正准入申请', en: 'Correct the application' }, turn: 'supplier' };
    case 'submitted':
      return { sentence: { zh: '等待县级两部门推荐', en: 'Waits for two departments of the county' }, turn: 'county' };
    case 'publicNotice':
      return { sentence: { zh: '准入公示中', en: 'On public notice' }, turn: 'public' };
    default:
      return { sentence: { zh: '准入申请审核中', en: 'The application is under review' }, turn: 'reviewers' };
  }
}

function openStanding({ certified, standing, producerOut }: ProductWay): Pick<Step, 'sentence' | 'turn'> {
  if (!certified) return { sentence: { zh: '准入后即可', en: 'Follows on the admission' }, turn: null };
  switch (standing) {
    case 'suspended':
      return { sentence: { zh: '供应商被暂停交易', en: 'The supplier is suspended' }, turn: 'supplier' };
    case 'exited':
      return { sentence: { zh: '供应商已退出', en: 'The supplier has left' }, turn: 'nobody' };
    default:
      if (producerOut)
        return {
          sentence: {
            zh: '委托方（生产者）当前不可销售，恢复后即可继续',
            en: 'The producer that mandated it may not sell at present; it goes on when that one may',
          },
          turn: 'nobody',
        };
      return {
        sentence: { zh: '准入已到期，须续期', en: 'The admission has ended and must be renewed' },
        turn: 'supplier',
      };
  }
}

function openDossier(state: machines.DossierState | null): Pick<Step, 'sentence' | 'turn'> {
  switch (state) {
    case 'submitted':
      return { sentence: { zh: '等待平台审核产品档案', en: 'The dossier waits for a reviewer' }, turn: 'reviewers' };
    case 'correctionsRequested':
      return { sentence: { zh: '按要求补正产品档案', en: 'Correct the dossier' }, turn: 'supplier' };
    case 'rejected':
      return {
        sentence: { zh: '产品档案未通过，修改后重新送审', en: 'The dossier was refused; send another' },
        turn: 'supplier',
      };
    default:
      return { sentence: { zh: '产品档案尚未审核通过', en: 'The dossier is not approved yet' }, turn: 'supplier' };
  }
}

function openRecognition(state: machines.RecognitionState | null): Pick<Step, 'sentence' | 'turn'> {
  switch (state) {
    case 'submitted':
      return { sentence: { zh: '等待县级部门盖章', en: 'Waits for the stamp of the county' }, turn: 'county' };
    case 'countyStamped':
      return { sentence: { zh: '等待平台核对认定材料', en: 'Waits for a reviewer' }, turn: 'reviewers' };
    case 'publicNotice':
      return { sentence: { zh: '认定公示中', en: 'On public notice' }, turn: 'public' };
    case 'correctionsRequested':
      return { sentence: { zh: '按要求补正认定申请', en: 'Correct the recognition' }, turn: 'supplier' };
    case 'recognised':
    case 'lapsed':
      return {
        sentence: { zh: '认定已到期，可重新申请', en: 'The recognition has ended; ask again' },
        turn: 'supplier',
      };
    case 'revoked':
      return { sentence: { zh: '认定已被撤销', en: 'The recognition was revoked' }, turn: 'supplier' };
    default:
      return { sentence: { zh: '申请消费帮扶产品认定', en: 'Ask for recognition' }, turn: 'supplier' };
  }
}
