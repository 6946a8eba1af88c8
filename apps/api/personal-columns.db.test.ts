import { openField, type Field } from '@xihuo/testing';

/** Nothing of people is kept of which it is not said what becomes of it. */

let field: Field;
beforeAll(async () => {
  field = await openField();
});
afterAll(() => field?.close());

/** Columns by which rows are somebody's, or that are sealed: what becomes of each when an account is deleted. */
const FATE: Record<string, string> = {
  'identity.sms_code.phone_index': 'destroyed',
  'identity.credential.person_id': 'destroyed',
  'identity.phone_link.person_id': 'destroyed',
  'identity.phone_link.phone_index': 'destroyed',
  'identity.phone_link.phone_sealed': 'destroyed',
  'identity.former_phone.person_id': 'destroyed',
  'identity.former_phone.phone_index': 'destroyed',
  'identity.former_phone.phone_sealed': 'destroyed',
  'identity.totp_secret.person_id': 'destroyed',
  'identity.totp_secret.secret_sealed': 'destroyed',
  'identity.preference.person_id': 'destroyed',
  'identity.desk_list.person_id': 'destroyed',
  'identity.session.person_id': 'ended, swept after 30 days',
  'identity.factor_removal.person_id':
    'stays under a number: whose factor was taken off, and by whom, stays answerable',
  'identity.viewing.person_id': 'stays under a number: who looked at whose desk, and why, stays answerable',
  'identity.role_offer.person_id': 'stays under a number: who was offered what, and by whom, stays answerable',
  'identity.role_offer.phone_index': 'destroyed with the decision, after thirty days without one',
  'identity.role_offer.phone_sealed': 'destroyed with the decision, after thirty days without one',
  'identity.role_grant.person_id': 'ended; who might do what stays answerable',
  'identity.consent.person_id': 'stays under a number: that there was consent has to be shown',
  'identity.account_deletion.person_id': 'stays under a number',
  'platform.notice.person_id': 'destroyed',
  'platform.outgoing_message.recipient_sealed': 'swept once sent; names no account',
  'platform.outgoing_message.content_sealed': 'swept once sent; names no account',
  'platform.import_row.content_sealed': 'of suppliers; no account of the shop',
  'catalogue.favourite.person_id': 'destroyed',
  'catalogue.lead.person_id': 'stays under a number',
  'catalogue.lead.contact_sealed': 'destroyed',
  'ordering.address.person_id': 'destroyed',
  'ordering.address.sealed': 'destroyed',
  'ordering.cart.person_id': 'destroyed',
  'ordering.coupon.person_id': 'stays under a number: who funded what is reckoned from it',
  'ordering.customer_order.person_id': 'stays under a number for three years and longer',
  'ordering.customer_order.delivery_sealed': 'destroyed',
  'ordering.customer_order.delivery_masked': 'destroyed',
  'ordering.customer_order.phone_index': 'destroyed',
  'ordering.customer_order.asked_from': 'destroyed',
  'ordering.part_remark.words': 'destroyed',
  'ordering.promotion_take.phone_index': 'destroyed',
  'ordering.invoice_request.title': 'stays ten years (税收征收管理法实施细则 art. 29)',
  'ordering.invoice_request.taxpayer_number': 'stays ten years (税收征收管理法实施细则 art. 29)',
  'ordering.invoice_request.requested_by': 'stays under a number',
  'ordering.purchase_order.requested_by': 'of organisations: who buys for one is not deleted',
  'ordering.business_member.person_id': 'of organisations: who buys for one is not deleted',
  'ordering.delivery_site.sealed': 'of organisations',
  'ordering.promotion_take.person_id': 'stays under a number: what was had at a price is counted',
  'dispute.dispute_case.buyer_id': 'stays under a number: evidence',
  'dispute.review.buyer_id': 'stays under a number: reviews must not be deleted (电子商务法 art. 39)',
  'dispute.question.asked_by': 'stays under a number',
  'dispute.message.person_id': 'stays under a number: evidence',
  'dispute.case_part.person_id': 'of those who mediate',
  'admission.case_part.person_id': 'of those who judge',
  'admission.correction.requested_by': 'of those who review',
  'admission.mandate.asked_by': 'of those who review',
  'admission.reassessment.asked_by': 'of suppliers and those who review',
  'admission.participant.person_id': 'of those who review',
  'admission.standard_comment.person_id': 'stays under a number: part of a public procedure',
  'admission.standard_comment.author_name': 'destroyed',
  'insight.note.person_id': 'of those who work in the console: who wrote what for colleagues stays answerable',
  'settlement.books_check.asked_by': 'of those who keep the books',
  'settlement.payee_account_sealed.holder_sealed': 'of payees: no account of the shop',
  'settlement.payee_account_sealed.number_sealed': 'of payees: no account of the shop',
  'admission.objection.person_id': 'stays under a number: part of a public procedure',
  'admission.objection.contact_sealed': 'part of a public procedure; opened by its reviewers alone',
};

test('of every column that is somebody’s it is said what becomes of it', async () => {
  const columns = await field.rows<{ name: string }>(
    `select columns.table_schema || '.' || columns.table_name || '.' || column_name as name
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        and (column_name in ('person_id', 'buyer_id', 'asked_by', 'requested_by', 'asked_from') or column_name like '%sealed'
             or column_name like '%phone_index' or column_name like '%\\_masked'
             or (columns.table_schema, columns.table_name, column_name) in (
                  ('ordering', 'part_remark', 'words'), ('ordering', 'invoice_request', 'title'),
                  ('ordering', 'invoice_request', 'taxpayer_number'), ('admission', 'standard_comment', 'author_name')))
      order by 1`,
  );
  const told = Object.keys(FATE);
  expect(columns.map(({ name }) => name).filter((name) => !told.includes(name))).toEqual([]);
  expect(told.filter((name) => !columns.some((one) => one.name === name))).toEqual([]);
});
