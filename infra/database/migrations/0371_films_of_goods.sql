-- A picture may be the first one of a film: the film stands beside its renditions, under the hash of what it is.
alter table catalogue.picture_rendition drop constraint picture_rendition_format_check;
alter table catalogue.picture_rendition add constraint picture_rendition_format_check
  check (format in ('avif', 'webp', 'jpeg', 'mp4', 'webm'));
create unique index picture_film on catalogue.picture_rendition (picture_id) where format in ('mp4', 'webm');
