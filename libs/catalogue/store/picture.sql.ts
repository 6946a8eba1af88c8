import { statement } from '@xihuo/platform';
import type { SourceFormat } from '../rules/picture-plan';

export interface PictureRow {
  id: string;
  state: 'received' | 'ready' | 'refused';
  width: number | null;
  height: number | null;
  uploaded_at: Date;
  sources: { format: SourceFormat; width: number; sha256: string }[];
}

const PICTURE = `select picture.id, picture.state, picture.width, picture.height, picture.uploaded_at,
          (select coalesce(json_agg(json_build_object('format', format, 'width', rendition.width,
                                                      'sha256', encode(sha256, 'hex'))
                                    order by array_position(array['avif', 'webp', 'jpeg'], format), rendition.width), '[]')
             from catalogue.picture_rendition rendition where picture_id = picture.id) as sources
     from catalogue.picture`;

export const picturesOfProduct = statement<PictureRow>(
  'catalogue.pictures_of_product',
  // What a film begins with was handed in before it, and is shown with it.
  `${PICTURE} where supplier_id = $1 and product_id = $2
      and not exists (select from catalogue.picture film join catalogue.picture_rendition moving on moving.picture_id = film.id
                       where film.file_id = picture.file_id and film.id <> picture.id and moving.format in ('mp4', 'webm'))
    order by picture.id`,
);
export const pictureById = statement<PictureRow>('catalogue.picture_by_id', `${PICTURE} where picture.id = $1`);

export const countPictures = statement<{ pictures: number; films: number }>(
  'catalogue.count_pictures',
  `select count(*)::integer as pictures,
          (count(*) filter (where exists (select from catalogue.picture_rendition moving
                                           where moving.picture_id = picture.id and moving.format in ('mp4', 'webm'))))::integer as films
     from catalogue.picture
    where supplier_id = $1 and product_id = $2 and state <> 'refused'`,
);
export const insertPicture = statement(
  'catalogue.insert_picture',
  `insert into catalogue.picture (id, supplier_id, product_id, file_id, uploaded_by, uploaded_at)
   values ($1, $2, $3, $4, $5, $6)`,
);
/** What a film may begin with: a picture of the same product that was not refused. */
export const frameOf = statement<{ file_id: string }>(
  'catalogue.frame_of',
  `select file_id from catalogue.picture where id = $1 and supplier_id = $2 and product_id = $3 and state <> 'refused'`,
);
export const ownsProduct = statement<{ owned: boolean }>(
  'catalogue.owns_product',
  'select exists (select from catalogue.sku where supplier_id = $1 and product_id = $2) as owned',
);

export interface WaitingPicture {
  id: string;
  file_id: string;
}
/** $1 at most, behind $2 or from the oldest. */
export const waitingPictures = statement<WaitingPicture>(
  'catalogue.waiting_pictures',
  `select id, file_id from catalogue.picture
    where state = 'received' and ($2::uuid is null or id > $2) order by id limit $1`,
);
/** Compare and set: of two encoders one writes. */
export const settlePicture = statement<{ id: string }>(
  'catalogue.settle_picture',
  `update catalogue.picture set state = $2, width = $3, height = $4, fault = $5
    where id = $1 and state = 'received' returning id`,
);
export const insertRenditions = statement(
  'catalogue.insert_renditions',
  `insert into catalogue.picture_rendition (picture_id, format, width, sha256, file_id, size_bytes)
   select $1, format, width, decode(sha256, 'hex'), file_id, size_bytes
     from json_to_recordset($2::json)
          as rendition (format text, width integer, sha256 text, file_id uuid, size_bytes integer)`,
);
export const renditionOf = statement<{ file_id: string; format: SourceFormat }>(
  'catalogue.rendition_of',
  `select file_id, format from catalogue.picture_rendition where sha256 = decode($1, 'hex') limit 1`,
);
