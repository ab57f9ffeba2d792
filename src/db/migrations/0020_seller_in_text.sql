-- A message that is passed on speaks in the name of the seller who sends it.

alter table attempts add column seller_stretches jsonb not null default '[]'::jsonb;
comment on column attempts.seller_stretches is
  'Where the text names its seller by a variable that nobody touched: [{"start", "end"}] in UTF-16 code units.';

alter table attempts add column speaks_as text;
comment on column attempts.speaks_as is
  'Set when the attempt was passed on: the earlier seller whom words of the text still name. Null: nobody.';

grant update (seller_stretches, speaks_as) on attempts to oto_runtime;
