import { statement } from '@xihuo/platform';

export const insertReviewPhoto = statement(
  'dispute.insert_review_photo',
  'insert into dispute.review_photo (file_id, small_id, order_id, kept_at) values ($1, $2, $3, $4)',
);

export const countReviewPhotos = statement<{ photos: number }>(
  'dispute.count_review_photos',
  'select count(*)::integer as photos from dispute.review_photo where order_id = $1',
);

/** Photos of this order that no review has become this one's, in the order they are named; answers those that really did. */
export const showPhotos = statement<{ file_id: string }>(
  'dispute.show_photos',
  `update dispute.review_photo photo set review_id = $1, place = named.place
     from unnest($3::uuid[]) with ordinality named (file_id, place)
    where photo.file_id = named.file_id and photo.order_id = $2 and photo.review_id is null
   returning photo.file_id`,
);

/** A photo of a review, with whether the review is hidden and whose goods it is about. */
export const photoOfReview = statement<{ file_id: string; small_id: string; hidden: boolean; supplier_id: string }>(
  'dispute.photo_of_review',
  `select photo.file_id, photo.small_id, review.hidden_at is not null as hidden, review.supplier_id
     from dispute.review_photo photo join dispute.review on review.id = photo.review_id
    where photo.review_id = $1 and photo.file_id = $2`,
);
/** Photos kept before $1 that no review shows, with their files; `unnamed` is the hash of what no other file holds. */
export const sweepReviewPhotos = statement<{ file_id: string; unnamed: string | null }>(
  'dispute.sweep_review_photos',
  'select file_id, unnamed from dispute.sweep_review_photos($1)',
);
