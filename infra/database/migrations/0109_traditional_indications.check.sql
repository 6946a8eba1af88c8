do $$
begin
  assert catalogue.simplified_signs('定西馬鈴薯') = '定西马铃薯', 'signs of a name are simplified';
  assert catalogue.simplified_signs('静宁苹果 Apple') = '静宁苹果 Apple', 'simplified signs and letters stay';
  assert exists (select from information_schema.views where table_schema = 'catalogue' and table_name = 'gi_right_v'
                    and view_definition like '%simplified_signs%'), 'the right to a mark asks for either kind of signs';
end $$;
