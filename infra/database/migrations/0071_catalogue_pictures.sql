-- Photographs of suppliers: as they came, and encoded anew in the widths pages ask for.

create table catalogue.picture (
  id uuid primary key,
  supplier_id uuid not null,
  product_id uuid not null references catalogue.product,
  -- As it came; read by the encoder and by nobody else.
  file_id uuid not null,
  state text not null default 'received' check (state in ('received', 'ready', 'refused')),
  width integer check (width > 0),
  height integer check (height > 0),
  fault text,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  check ((state = 'ready') = (width is not null and height is not null)),
  check ((state = 'refused') = (fault is not null))
);
create index picture_product on catalogue.picture (supplier_id, product_id, id);
create index picture_waiting on catalogue.picture (id) where state = 'received';

-- Addressed by what it is: the hash is in its address, so it never changes there.
create table catalogue.picture_rendition (
  picture_id uuid not null references catalogue.picture,
  format text not null check (format in ('avif', 'webp', 'jpeg')),
  width integer not null check (width > 0),
  sha256 bytea not null check (length(sha256) = 32),
  file_id uuid not null,
  size_bytes integer not null check (size_bytes > 0),
  primary key (picture_id, format, width)
);
create index picture_rendition_hash on catalogue.picture_rendition (sha256);

grant select, insert on catalogue.picture, catalogue.picture_rendition to xihuo_app;
grant update (state, width, height, fault) on catalogue.picture to xihuo_app;
grant select on catalogue.picture, catalogue.picture_rendition to xihuo_auditor;
