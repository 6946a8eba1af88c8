do $$
begin
  assert not has_table_privilege('xihuo_app', 'dispute.review_photo', 'DELETE')
    and not has_column_privilege('xihuo_app', 'dispute.review', 'photos', 'UPDATE'), 'what a buyer showed stays shown';
  assert not exists (select from dispute.review where photos <> (select count(*) from dispute.review_photo shown where shown.review_id = review.id)),
    'a review counts its photos';
end $$;
