-- The first thing that does not fit also in Chinese. What was found before has English words alone.
alter table settlement.books_check add column words_zh text, add constraint chinese_beside_english check (words_zh is null or words is not null);
grant update (words_zh) on settlement.books_check to xihuo_app;
