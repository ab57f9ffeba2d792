-- concurrently
-- The log of holds: one event each time a held contact changes. The rows of holds mirror the log. Holds that are older than
-- the log get their events once, from their row, their slots and the receipts of their attempt.

-- Without a foreign key to holds: the statement that inserts an event takes its hold from the row that it has just written, and
-- no hold is ever removed. The key would lock each of these rows once more, a fifth of the time of a release.
create table hold_events (
  brand_id uuid not null,
  hold_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('held', 'moved', 'ready', 'passed', 'ended', 'returned')),
  at timestamptz not null,
  by_id uuid,
  cause text check (cause in ('person', 'refused', 'shut', 'hours')),
  reason text check (reason in ('handed_over', 'seller', 'replaced', 'manager', 'customer_wrote', 'opted_out', 'reassigned',
    'customer_erased', 'too_late', 'held_too_often', 'not_sent', 'unavailable')),
  from_at timestamptz,
  to_at timestamptz,
  opening_at timestamptz,
  expires_at timestamptz,
  held_again smallint,
  returned boolean,
  from_seller_id uuid,
  to_seller_id uuid,
  known boolean not null default true,
  primary key (brand_id, hold_id, number),
  check ((kind = 'ended') = (reason is not null)),
  check (cause is null or kind = 'moved'),
  check (not known or kind <> 'moved' or cause is not null),
  check (not known or kind not in ('held', 'moved', 'returned') or to_at is not null),
  check ((kind in ('held', 'passed')) = (to_seller_id is not null))
);

comment on table hold_events is
  'What happened to each held contact, in order; never changed. The row in holds is what its events add up to.';

comment on column hold_events.number is '1 for a hold''s first event, then one more for each.';

comment on column hold_events.kind is
  'held: kept for later, or again after its end; moved: another minute; ready: in its seller''s list; passed: to another seller; ended: over; an ended that follows an ended corrects its reason (D14); returned: ready and not sent, so timed anew (H4).';

comment on column hold_events.by_id is 'The person who did it; null: nobody, or not known.';

comment on column hold_events.cause is
  'Why it moved. person: somebody chose; refused: the release decided that it may not go yet (H2); shut: it was late and the store closed (H7); hours: the policy or the store''s hours changed (H6).';

comment on column hold_events.to_at is 'Its minute from this event on. Null: unchanged, or not known.';

comment on column hold_events.opening_at is 'The opening whose slot it has; null with a minute: a person chose the minute (P3).';

comment on column hold_events.known is 'False: worked out from what was kept before the log, and not certain, or not whole.';

alter table hold_events enable row level security;

alter table hold_events force row level security;

create policy brand on hold_events using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid);

do $$ begin execute format('create policy owner on hold_events to %I using (true)', current_user); end $$;

grant select, insert on hold_events to oto_runtime;

alter table holds add column event_count integer not null default 0;

comment on column holds.event_count is 'How many events the hold has in hold_events; 0: none yet, as of a row written before the log.';

grant update (event_count) on holds to oto_runtime;

create index concurrently holds_without_events on holds (brand_id, id) where event_count = 0;

-- A hold's minutes follow from its slots, in the order in which they were given up; its last minute is the row's own. A
-- receipt of the same instant says who moved it, or that the release refused; without a receipt the cause is not known.
-- repeat
with batch as (
  select * from holds where event_count = 0 order by brand_id, id limit 1000 for update
), slotted as (
  select b.brand_id, b.id, t.at, t.opening_at, t.queue_id, t.freed_at,
    row_number() over (partition by b.brand_id, b.id order by t.freed_at nulls last, t.queue_id = b.seller_id, t.at) as n,
    count(*) over (partition by b.brand_id, b.id) as slots,
    t.at = b.promised_at and t.queue_id = b.seller_id
      and (t.freed_at is null or t.freed_at is not distinct from b.ended_at) as is_own
  from batch b join slots t on t.brand_id = b.brand_id and t.hold_id = b.id
), minutes as (
  select brand_id, id, n, at, opening_at, queue_id, freed_at, n = slots and is_own as is_own from slotted
  union all
  -- Its slot is another contact's by now, or forgotten.
  select b.brand_id, b.id, coalesce(l.n, 0) + 1, b.promised_at, b.opening_at, b.seller_id, b.ended_at, true
  from batch b left join slotted l on l.brand_id = b.brand_id and l.id = b.id and l.n = l.slots
  where l.is_own is distinct from true
  union all
  -- It has one minute and was moved: its first minute is forgotten.
  select b.brand_id, b.id, 0, null, null, b.seller_id, coalesce(b.news_at, b.held_at), false
  from batch b left join slotted l on l.brand_id = b.brand_id and l.id = b.id and l.n = l.slots
  where (l.n is null or (l.slots = 1 and l.is_own))
    and (b.held_again > 0 or b.returned or (b.news in ('moved', 'did_not_fit', 'returned') and b.news_at > b.held_at))
), followed as (
  select m.*, m.n = min(m.n) over w as is_first,
    lag(m.at) over o as before_at, lag(m.queue_id) over o as before_queue_id,
    max(case when p.n is null then b.held_at else greatest(b.held_at, coalesce(p.freed_at, b.news_at)) end) over o as since,
    b.held_at, b.seller_id, b.attempt_id, b.passed_by, b.returned
  from minutes m
  join batch b on b.brand_id = m.brand_id and b.id = m.id
  left join minutes p on p.brand_id = m.brand_id and p.id = m.id and p.n = m.n - 1
  window w as (partition by m.brand_id, m.id), o as (partition by m.brand_id, m.id order by m.n)
), changed as (
  select f.*, f.queue_id <> f.before_queue_id as is_passed, f.at is distinct from f.before_at as is_moved, r.actor_id,
    case when r.actor_kind = 'release' then 'refused' when r.actor_kind = 'person' or f.opening_at is null then 'person' end as cause,
    r.actor_kind is not null as is_judged,
    f.returned and f.opening_at is not null and exists (
      select from receipts x where x.brand_id = f.brand_id and x.attempt_id = f.attempt_id and x.actor_kind = 'release'
        and x.verdict = 'allow' and x.decided_at between f.held_at and f.since and x.decided_at >= f.before_at) as was_unsent
  from followed f
  left join lateral (
    select x.actor_kind, x.actor_id from receipts x
    where x.brand_id = f.brand_id and x.attempt_id = f.attempt_id and x.decided_at = f.since and f.since > f.held_at
      and x.verdict <> 'allow'
    order by x.number limit 1
  ) r on f.queue_id = f.before_queue_id
  where not f.is_first
), traced as (
  select brand_id, id, 0 as rank, held_at as at, 0 as n, 'held' as kind, case when at is not null then queue_id end as by_id, null as cause, null as reason,
    null::timestamptz as from_at, at as to_at, opening_at, null::uuid as from_seller_id, queue_id as to_seller_id,
    at is not null as known
  from followed where is_first
  union all
  select brand_id, id, 1, since, 2 * n, 'passed', case when queue_id = seller_id then passed_by end, null, null, null, null, null,
    before_queue_id, queue_id, queue_id = seller_id and passed_by is not null
  from changed where is_passed
  union all
  select brand_id, id, 1, since, 2 * n + 1, case when cause is null and was_unsent then 'returned' else 'moved' end,
    case when cause = 'person' then actor_id end, cause, null, before_at, at, opening_at, null, null,
    is_judged or (was_unsent and not is_passed)
  from changed where is_moved or not is_passed
  union all
  select b.brand_id, b.id, 1, x.decided_at, 0, 'ready', null, null, null, null, null, null, null, null, true
  from batch b join receipts x on x.brand_id = b.brand_id and x.attempt_id = b.attempt_id
  where x.actor_kind = 'release' and x.verdict = 'allow' and x.decided_at >= b.held_at
    and (b.ended_at is null or x.decided_at <= b.ended_at)
  union all
  select b.brand_id, b.id, 3, b.ended_at, 1, 'ended', b.ended_by, null, b.end_reason, null, null, null, null, null, true
  from batch b where b.ended_at is not null
  union all
  -- D14: it ended by its hand-over, which was not sent.
  select b.brand_id, b.id, 3, b.ended_at, 0, 'ended', b.ended_by, null, 'handed_over', null, null, null, null, null, true
  from batch b
  where b.end_reason = 'seller' and exists (select from handovers d
    where d.brand_id = b.brand_id and d.attempt_id = b.attempt_id and d.handed_at = b.ended_at)
), summed as (
  select brand_id, id, max(at) filter (where kind = 'ready') as ready_at,
    max(at) filter (where kind in ('moved', 'returned')) as moved_at,
    array_agg(to_seller_id) filter (where kind = 'passed') as passed_to
  from traced group by brand_id, id
), events as (
  select * from traced
  union all
  -- What the row says and its traces do not: who passed it on, since when it is ready, that it waits again.
  select b.brand_id, b.id, 2, coalesce(b.news_at, b.held_at), 0, 'passed', b.passed_by, null, null, null, null, null, null,
    b.seller_id, false
  from batch b join summed s on s.brand_id = b.brand_id and s.id = b.id
  where b.passed_by is not null and b.seller_id <> all (coalesce(s.passed_to, '{}'))
  union all
  select b.brand_id, b.id, 2, b.ready_at, 1, 'ready', null, null, null, null, null, null, null, null, true
  from batch b join summed s on s.brand_id = b.brand_id and s.id = b.id
  where b.ready_at is not null and (b.ready_at is distinct from s.ready_at or s.moved_at >= b.ready_at)
  union all
  select b.brand_id, b.id, 2, greatest(b.news_at, s.ready_at), 1, 'moved', null, null, null, b.promised_at, b.promised_at,
    b.opening_at, null, null, false
  from batch b join summed s on s.brand_id = b.brand_id and s.id = b.id
  where b.ready_at is null and s.ready_at is not null and (s.moved_at is null or s.moved_at < s.ready_at)
), numbered as (
  select e.*, row_number() over (partition by brand_id, id order by rank, at, n) as number,
    -- The last event with a minute says what the row says.
    kind in ('held', 'moved', 'returned') and row_number() over (
      partition by brand_id, id, kind in ('held', 'moved', 'returned') order by rank desc, at desc, n desc) = 1 as is_last
  from events e
), logged as (
  insert into hold_events (brand_id, hold_id, number, kind, at, by_id, cause, reason, from_at, to_at, opening_at, expires_at,
    held_again, returned, from_seller_id, to_seller_id, known)
  select e.brand_id, e.id, e.number, e.kind, e.at, e.by_id, e.cause, e.reason, e.from_at, e.to_at,
    case when e.is_last then b.opening_at else e.opening_at end, case when e.is_last then b.expires_at end,
    case when e.is_last then b.held_again end, case when e.is_last then b.returned end,
    e.from_seller_id, e.to_seller_id, e.known
  from numbered e join batch b on b.brand_id = e.brand_id and b.id = e.id
  returning brand_id, hold_id, number
)
update holds h set event_count = l.events
from (select brand_id, hold_id, max(number) as events from logged group by 1, 2) l
where h.brand_id = l.brand_id and h.id = l.hold_id;

drop index concurrently if exists holds_without_events;
