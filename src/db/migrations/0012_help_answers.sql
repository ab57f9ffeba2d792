-- What readers say of the help article belongs to their brand, and is kept apart like everything else of it.

-- Support belongs to no brand; its answers stand under the zero UUID, which no brand has. Hence no foreign key.
alter table help_answers add column brand_id uuid;
update help_answers a set brand_id = coalesce(
  (select p.brand_id from people p where p.id = a.reader_id limit 1), '00000000-0000-0000-0000-000000000000');
alter table help_answers
  alter column brand_id set not null,
  drop constraint help_answers_pkey,
  add primary key (brand_id, article, version, reader_id);
comment on column help_answers.brand_id is 'The reader''s brand; the zero UUID where the reader is the vendor''s own support.';

alter table help_answers enable row level security;
alter table help_answers force row level security;
create policy brand on help_answers using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid);
do $$ begin execute format('create policy owner on help_answers to %I using (true)', current_user); end $$;

-- What support reads over all brands: ids cross, the answers are then read brand by brand.
drop index help_answers_recent;
create index help_answers_recent on help_answers (article, answered_at desc, reader_id) where comment is not null;

create function public.help_answer_brands(of_article text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as 'select distinct a.brand_id from public.help_answers a where a.article = of_article';

create function public.help_comment_ids(of_article text, from_at timestamptz, skipped integer, most integer)
  returns table (brand_id uuid, version integer, reader_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select a.brand_id, a.version, a.reader_id from public.help_answers a
    where a.article = of_article and a.comment is not null and (from_at is null or a.answered_at <= from_at)
    order by a.answered_at desc, a.reader_id offset skipped limit least(most, 200)
  $$;

revoke execute on function public.help_answer_brands(text) from public;
revoke execute on function public.help_comment_ids(text, timestamptz, integer, integer) from public;
grant execute on function public.help_answer_brands(text) to oto_runtime;
grant execute on function public.help_comment_ids(text, timestamptz, integer, integer) to oto_runtime;
