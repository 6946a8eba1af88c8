import type { Translation } from '@xihuo/ui';
import type { legal as zh } from '../zh-CN/legal';

export const legal: Translation<typeof zh> = {
  'legal.version': 'Version {version}, in force since {since}',
  'legal.centre': 'Manage my data',

  'privacy.title': 'Privacy policy',
  'privacy.short':
    'We take only what ordering, sending, refunding and reaching you needs, keep it encrypted, sell it to nobody, and neither profile you nor personalise what you see. You can look at it, take it with you, correct it and delete your account at any time. The Chinese text is the binding one.',
  'privacy.who.title': 'Who handles your data',
  'privacy.who.text':
    'The operator of Xihuo is the handler. A supplier sees where one order goes, only to send it and to answer claims; the carrier sees what stands on the label; the payment institution sees what a payment needs.',
  'privacy.what.title': 'What we collect',
  'privacy.what.text':
    'Account: your mobile number, to send codes and to know you. You can order without one.\nOrders: receiver, phone, address, what you bought and paid.\nClaims and reviews: what you write and the photos you add.\nFavourites, coupons, addresses: what you keep yourself.\nDevices: when you signed in and were last seen, so that you notice strangers.\nSafety: how often something was asked for in a short time, in a form that cannot be turned back.\nNo identity number, no bank card, no contacts, no exact location.',
  'privacy.why.title': 'Why',
  'privacy.why.text':
    'To make and fulfil your contract with the supplier and to meet duties of law (PIPL art. 13 (1) 2 and 3).\nNews of favourites, and telling an exhibitor at a fair how to reach you, need a consent of their own, which you can take back at any time (art. 14, 15, 23). Without it you shop all the same.',
  'privacy.share.title': 'Who is told',
  'privacy.share.text':
    'The supplier and the carrier: receiver, phone, address.\nThe licensed payment institution: order number and sum.\nAuthorities that may ask by law.\nNobody else. Nothing is published or sent abroad, and pages carry no statistics, advertising or fonts of others.',
  'privacy.keep.title': 'How long',
  'privacy.keep.text':
    'Goods, sums, payments, parcels and claims: at least three years after the trade (E-Commerce Law art. 31; Measures for Online Trading art. 31).\nReceiver, phone, address: until you delete the account.\nCodes: two days. Sign-ins: thirty days after they end.\nWhat you agreed to and took back: kept as proof, under a number.',
  'privacy.safety.title': 'How it is protected',
  'privacy.safety.text':
    'Phones, addresses and names are encrypted one by one and masked on pages; who looks is on record. Of a password only a digest is kept. If something leaks we act at once and tell you and the authority (PIPL art. 57).',
  'privacy.rights.title': 'Your rights',
  'privacy.rights.text':
    'Under “Account – My data” you see what you agreed to, take consent back, download everything we keep of you, and delete the account. Addresses and favourites you change yourself. Ask us to explain, object, or complain to the authority for personal information (PIPL art. 44 to 50).',
  'privacy.deletion.title': 'Deleting the account',
  'privacy.deletion.text':
    'You can ask for it while no order or claim is open, and take it back for seven days. Then phone, addresses, favourites, messages and sign-ins are destroyed, and so is where your orders went. Orders, sums and claims stay as the law demands, under a number that does not lead to you; coupons and reviews do not come back. The phone can register again, as a new account.',
  'privacy.minors.title': 'Children',
  'privacy.minors.text':
    'For children under fourteen a guardian orders. Where we took their data without a guardian’s consent, we delete it as soon as we know (PIPL art. 31).',
  'privacy.change.title': 'Changes',
  'privacy.change.text':
    'A change is a new version with a new date. Where purposes, ways or kinds change you are told when you next sign in, and asked again where consent is needed.',
  'privacy.contact.title': 'Reaching us',
  'privacy.contact.text':
    'Write to customer service from an order or from messages and say “personal data”. We answer within fifteen working days.',

  'terms.title': 'Terms of service',
  'terms.short':
    'Xihuo is a marketplace. You buy from a supplier; a licensed institution holds the money until the time for claims is over. If something is wrong the supplier answers first, then the platform. The Chinese text is the binding one.',
  'terms.who.title': 'Who the parties are',
  'terms.who.text':
    'Goods are sold by suppliers, and the contract is between you and them; what is marked as the platform’s own it sells itself. The platform shows goods, takes orders and settles disputes. Minors buy with a guardian’s consent.',
  'terms.order.title': 'Ordering',
  'terms.order.text':
    'The contract is made once you have ordered and paid (E-Commerce Law art. 49). What is not paid in time is cancelled and goes back to stock. Check where it goes: it cannot be changed once it is sent.',
  'terms.price.title': 'Prices and discounts',
  'terms.price.text':
    'The price you saw and confirmed holds. If it moved you are asked again; nothing is charged that you did not see. Coupons work as they say.',
  'terms.delivery.title': 'Sending and receiving',
  'terms.delivery.text':
    'Each supplier sends its part within the time on the product page. Look at it soon; some days after the carrier reports delivery, receipt is confirmed by itself.',
  'terms.afterSale.title': 'Returns and claims',
  'terms.afterSale.text':
    'Within seven days of receipt you may return goods without a reason, but for fresh and perishable ones and others named by law (Consumer Protection Law art. 25). For spoiled fresh goods claim with photos within the time on the product page. A supplier that stays silent has agreed. After that the platform steps in, and 12315, arbitration and the courts stay open.',
  'terms.assistance.title': 'About assistance',
  'terms.assistance.text':
    'Numbers about farmers name their source and date. This is not a donation: you pay for goods, and households receive agreed income from purchases, wages or dividends.',
  'terms.account.title': 'Account',
  'terms.account.text':
    'An account is known by its phone: keep phone and codes to yourself. If something is odd, end other devices under Account. You can delete the account at any time, as the privacy policy says.',
  'terms.content.title': 'Reviews and questions',
  'terms.content.text':
    'Only who received goods reviews them, and no review is deleted, good or bad. What is unlawful, infringes rights or exposes others is hidden, with reason and ground.',
  'terms.liability.title': 'Liability',
  'terms.liability.text':
    'The platform examines suppliers and goods as the law demands, and bears the loss of its own faults. What the law lays on a platform is not waived by these terms.',
  'terms.change.title': 'Changes and law',
  'terms.change.text':
    'Changes are shown seven days before, for comment (E-Commerce Law art. 34), under a new version. Who does not accept them may delete the account; orders already made keep the old terms. The law of the People’s Republic of China applies.',
};
