import { statement } from '@xihuo/platform';

/** The paper of a certificate that anybody may look at, and the day of today. $1 certificate. */
export const pictureOfCertificate = statement<{ file_id: string; today: string }>(
  'admission.picture_of_certificate',
  `select file_id, to_char(platform.business_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today
     from admission.certificate_picture_v where id = $1`,
);
