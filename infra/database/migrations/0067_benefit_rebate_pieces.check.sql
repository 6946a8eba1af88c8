do $$
begin
  assert not has_table_privilege('xihuo_app', 'benefit.rebate_piece', 'DELETE')
     and not has_column_privilege('xihuo_app', 'benefit.rebate_piece', 'from_fen', 'UPDATE')
     and not has_column_privilege('xihuo_app', 'benefit.rebate', 'goods_fen', 'UPDATE'), 'what a rebate was reckoned from stays as it was';
  assert not exists (select from benefit.sale_part part join benefit.rebate_piece piece using (sale_id, root_id)
                      where piece.upto_fen > part.owed_fen and piece.upto_fen > piece.from_fen), 'no piece goes beyond what has had its rebate';
end $$;
