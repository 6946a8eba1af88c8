-- Words of a buyer to a seller go with the account (PIPL art. 47): they may name a person or a place.
grant delete on ordering.part_remark to xihuo_app;

-- What was written beside a deletion is destroyed by a later round, which asks for the deletions just done.
create index account_deletion_done on identity.account_deletion (done_at) where done_at is not null;
