/** What is said of an order on its way: numbers and sums, never a name, an address or a phone. */

interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Message {
  readonly title: Words;
  readonly body: Words;
}

const said = (title: Words, body: Words): Message => ({ title, body });
const words = (zh: string, en: string): Words => ({ zh, en });

export const ORDER_MESSAGES = {
  paid: (number: string, amount: string) =>
    said(
      words('付款成功', 'Payment received'),
      words(
        `订单 ${number} 已付款 ${amount}，商家将尽快发货。`,
        `${amount} was paid for order ${number}. The suppliers will send it soon.`,
      ),
    ),
  reminded: (number: string) =>
    said(
      words('买家催发货', 'A buyer waits for an order'),
      words(`订单 ${number} 的买家在等发货，请尽快发出。`, `The buyer of order ${number} waits for it to be sent.`),
    ),
  cancelled: (number: string) =>
    said(
      words('订单已取消', 'Order cancelled'),
      words(`订单 ${number} 已取消，没有扣款。`, `Order ${number} was cancelled and nothing was charged.`),
    ),
  paidTooLate: (number: string, amount: string) =>
    said(
      words('付款到得晚了，正在原路退回', 'Your payment came too late and goes back'),
      words(
        `订单 ${number} 在付款到账前已取消，收到的 ${amount} 正在原路退回，无需操作。`,
        `Order ${number} was cancelled before the money came. ${amount} is on its way back to where you paid from; you need do nothing.`,
      ),
    ),
  paidTwice: (number: string, amount: string) =>
    said(
      words('订单已由银行转账付清，多付的正在原路退回', 'Paid by transfer already: your payment goes back'),
      words(
        `订单 ${number} 已由银行转账付清，另收到的 ${amount} 正在原路退回，无需操作。`,
        `Order ${number} had been paid by bank transfer. The other ${amount} is on its way back to where you paid from; you need do nothing.`,
      ),
    ),
  openedAgain: (number: string, amount: string) =>
    said(
      words('付款已到账，订单已恢复', 'Payment received, your order stands again'),
      words(
        `订单 ${number} 因超时关闭后收到您的付款 ${amount}。商品仍有货，订单已恢复，商家将尽快发货；不再需要可在订单页申请取消。`,
        `Your payment of ${amount} came after order ${number} had been closed. The goods are still there, so the order stands again; if you no longer want it, cancel it on its page.`,
      ),
    ),
  moneyBack: (number: string, amount: string) =>
    said(
      words('退款已到账', 'Your refund has arrived'),
      words(`订单 ${number} 退回的 ${amount} 已原路到账。`, `${amount} of order ${number} is back where it came from.`),
    ),
  shipped: (number: string, parcel: string, isLast: boolean) =>
    said(
      words('商品已发出', 'Your goods are on their way'),
      words(
        `订单 ${number} 的包裹已发出：${parcel}。${isLast ? '' : '其余商品随后另发。'}`,
        `A parcel of order ${number} has left: ${parcel}.${isLast ? '' : ' The rest follows in another one.'}`,
      ),
    ),
  delivered: (number: string, parcel: string) =>
    said(
      words('包裹已签收', 'A parcel was delivered'),
      words(
        `订单 ${number} 的包裹 ${parcel} 已签收。请验货后在订单页确认收货；生鲜有损坏请尽快拍照申请售后。`,
        `Parcel ${parcel} of order ${number} was delivered. Look at the goods and confirm receipt on the order's page; of fresh goods that are damaged take a photo and claim soon.`,
      ),
    ),
  replacementDelivered: (number: string, parcel: string) =>
    said(
      words('补寄的包裹已签收', 'Your replacement was delivered'),
      words(
        `订单 ${number} 补寄的包裹 ${parcel} 已签收。请验货后在订单的售后页确认；有问题可在那里申请平台介入。`,
        `Parcel ${parcel}, sent in place of goods of order ${number}, was delivered. Look at the goods and confirm them on the order's after-sale page, or take them to the platform there.`,
      ),
    ),
  received: (number: string, until: string | null) =>
    said(
      words('已确认收货', 'Receipt confirmed'),
      words(
        `订单 ${number} 已确认收货。${until === null ? '' : `售后期至 ${until}。`}`,
        `Order ${number} counts as received.${until === null ? '' : ` Claims are open until ${until}.`}`,
      ),
    ),
  papersMissing: (number: string, organisation: string, missing: string) =>
    said(
      words('买家验票有缺', 'Papers were missing at the door'),
      words(
        `${organisation} 验收订单 ${number} 时缺少票证：${missing}。请尽快补齐。`,
        `${organisation} missed papers when accepting order ${number}: ${missing}. Send them soon.`,
      ),
    ),
  toShip: (orders: number, packs: number, number: string) =>
    said(
      words('有新订单待发货', 'New orders are to be sent'),
      orders === 1
        ? words(`订单 ${number}，共 ${packs} 件，请在期限内发货。`, `Order ${number}, ${packs} packs: send it in time.`)
        : words(
            `${orders} 笔新订单，共 ${packs} 件，请在期限内发货。`,
            `${orders} new orders of ${packs} packs in all: send them in time.`,
          ),
    ),
  theyReceived: (orders: number, number: string) =>
    said(
      words('买家已收货', 'Goods were received'),
      orders === 1
        ? words(
            `订单 ${number} 已收货，售后期满后进入结算。`,
            `Order ${number} was received and is settled once its claims are over.`,
          )
        : words(
            `${orders} 笔订单已收货，售后期满后进入结算。`,
            `${orders} orders were received and are settled once their claims are over.`,
          ),
    ),
} as const;
