-- Every second pair is enough to look names up by: they cover all signs, and what they find too much is compared with the words
-- anyway. A word of many pairs that half of all names hold, such as `cooperative`, cost the index as many long lists as it has pairs.
create or replace function registry.sought_grams(words text) returns text[]
language sql immutable strict parallel safe
begin atomic
  select case when length(plain) < 2 then registry.grams(words)
              else array(select distinct substr(plain, least(place, length(plain) - 1), 2)
                           from generate_series(1, length(plain), 2) as place order by 1) end
    from (select registry.search_plain(words) as plain) text;
end;
