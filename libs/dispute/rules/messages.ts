import { money } from '@xihuo/kernel';

export interface Message {
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
}

interface About {
  readonly order: string;
  readonly supplier: string;
}

const yuan = money.toYuan;
const say = (zh: [string, string], en: [string, string]): Message => ({
  title: { zh: zh[0], en: en[0] },
  body: { zh: zh[1], en: en[1] },
});

/** What the sides of a case are told, and by when they should answer. Days are the last working day. */
export const MESSAGES = {
  opened: ({ order }: About, fen: bigint, due: string) =>
    say(
      [
        '买家提出争议',
        `订单 ${order}：买家对 ${yuan(fen)} 元提出争议，该金额已冻结，其余照常结算。请在 ${due} 前回复，逾期平台将介入。`,
      ],
      [
        'A buyer has opened a dispute',
        `Order ${order}: ${yuan(fen)} yuan are in dispute and held, the rest is settled as ever. Answer by ${due}, or the platform steps in.`,
      ],
    ),
  answered: ({ order, supplier }: About, due: string) =>
    say(
      [
        '供应商已回复争议',
        `订单 ${order}：${supplier}已回复。请在 ${due} 前答复，或请平台介入；逾期未答复，争议将结束。`,
      ],
      [
        'The supplier has answered',
        `Order ${order}: ${supplier} has answered. Reply or ask the platform in by ${due}; after that the dispute rests.`,
      ],
    ),
  replied: ({ order }: About, due: string) =>
    say(
      ['买家已答复', `订单 ${order}：买家已答复。请在 ${due} 前回复，逾期平台将介入。`],
      ['The buyer has replied', `Order ${order}: the buyer has replied. Answer by ${due}, or the platform steps in.`],
    ),
  said: ({ order }: About) =>
    say(
      ['争议有新消息', `订单 ${order} 的争议有新消息，请查看。`],
      ['New message in a dispute', `There is a new message in the dispute about order ${order}.`],
    ),
  steppedIn: ({ order }: About, due: string) =>
    say(
      ['平台已介入', `订单 ${order} 的争议由平台介入，请在 ${due} 前提交证据。`],
      ['The platform has stepped in', `Order ${order}: hand in your evidence by ${due}.`],
    ),
  mediating: ({ order }: About, due: string) =>
    say(
      ['争议进入调解', `订单 ${order} 的争议已进入调解，最晚 ${due} 前作出决定。`],
      ['Mediation has begun', `Order ${order}: a decision is due by ${due}.`],
    ),
  decided: ({ order }: About, fen: bigint, due: string) =>
    say(
      [
        '争议已有决定',
        `订单 ${order}：决定退还买家 ${yuan(fen)} 元。不服可在 ${due} 前申诉一次，由其他人员复核；逾期即执行。`,
      ],
      [
        'The dispute is decided',
        `Order ${order}: ${yuan(fen)} yuan go back to the buyer. It may be appealed once by ${due}; other people look at it then. After that it is executed.`,
      ],
    ),
  appealed: ({ order }: About, due: string) =>
    say(
      ['争议决定被申诉', `订单 ${order} 的决定已被申诉，由其他人员在 ${due} 前复核。`],
      ['The decision is appealed', `Order ${order}: other people decide by ${due}.`],
    ),
  executed: ({ order }: About, fen: bigint) =>
    say(
      ['争议已了结', `订单 ${order}：退还买家 ${yuan(fen)} 元，其余解除冻结。`],
      ['The dispute is settled', `Order ${order}: ${yuan(fen)} yuan go back to the buyer, the rest is let go.`],
    ),
  referred: ({ order }: About, authority: string) =>
    say(
      ['争议已移交主管部门', `订单 ${order} 的争议已移交${authority}，处理期间金额继续冻结。`],
      [
        'The dispute is with the authorities',
        `Order ${order}: handed to ${authority}. What is held stays held meanwhile.`,
      ],
    ),
  stillReferred: ({ order }: About) =>
    say(
      ['争议仍在主管部门处理', `订单 ${order} 的争议主管部门尚未给出结果，金额继续冻结，有结果后执行。`],
      [
        'The dispute is still with the authorities',
        `Order ${order}: they have not said anything yet. What is held stays held until they do.`,
      ],
    ),
  askAuthority: ({ order, supplier }: About) =>
    say(
      ['移交的争议期限已到', `订单 ${order}（${supplier}）移交后期限已到，请向主管部门查询，并录入结果。`],
      [
        'A referred dispute is past its day',
        `Order ${order} (${supplier}): ask the authority, and enter what it said.`,
      ],
    ),
  withdrawn: ({ order }: About) =>
    say(
      ['买家撤回争议', `订单 ${order} 的争议已撤回，金额已解除冻结。`],
      ['The dispute is withdrawn', `Order ${order}: what was held is let go.`],
    ),
  lapsed: ({ order }: About) =>
    say(
      ['争议已结束', `订单 ${order} 的争议因逾期未答复而结束，金额已解除冻结。如仍有异议，可拨打 12315。`],
      [
        'The dispute has ended',
        `Order ${order}: nobody answered in time, and what was held is let go. You may still turn to 12315.`,
      ],
    ),
  waiting: ({ order, supplier }: About, due: string) =>
    say(
      ['有争议待调解', `订单 ${order}（${supplier}）的争议待受理，期限 ${due}。`],
      ['A dispute waits for a mediator', `Order ${order} (${supplier}), due by ${due}.`],
    ),
  late: ({ order, supplier }: About) =>
    say(
      ['争议处理逾期', `订单 ${order}（${supplier}）的争议已逾期，请尽快受理。`],
      ['A dispute is overdue', `Order ${order} (${supplier}): somebody free should take it now.`],
    ),
} as const;
