-- concurrently
-- Every comment of the schema says in full sentences what the table or column contains. Each comment is a step of its own: it
-- waits for no other table, and an autovacuum that runs on a table delays only the comments of that table.

comment on column brands.article is
  'The Portuguese article before the name: ''a'' (a Aurora), ''o'' (o Cais) or none.';

comment on column brands.store_zones is
  'The distinct zones of the brand''s stores. Each writer of a store''s zone updates this list, so that a decision finds the candidate zones of rule C4 without reading every store.';

comment on table store_hours is
  'Each row has the opening hours of a store on one weekday; Monday is 0. If closes_minute is not after opens_minute, the store closes on the next day. A weekday without a row means that the store is closed.';

comment on column customers.number_hash is
  'The HMAC of the phone number under a key of the installation. Stops in opt_outs are found by this hash (D2).';

comment on column customers.opted_out_at is
  'A copy of the instant of the number''s open stop. Each writer of customers.phone or opt_outs updates this copy, because a decision reads it while the customer''s row is locked (D2).';

comment on column customers.merged_into is
  'The customer for whom a duplicate''s code stands now. The duplicate''s purchases keep the customer code with which they were imported.';

comment on column customers.permission_on is
  'The day on which the customer gave or refused permission; null if the day was never recorded (D2).';

comment on column customers.sort_name is
  'The name without accents and in lower case. Every list of customers is sorted by this column, so that the order is the same in every database.';

comment on column customers.contact_from_minute is
  'The customer asked not to be written to before this minute of the store''s day (H7). Null means that the customer named no hour.';

comment on table customer_words is
  'Each row is one word by which a customer is found: a lower-case word of the name without accents, or the digits of the number. A range over the primary key finds prefixes under row-level security too, where the planner may not use a text-search index.';

comment on column customer_words.sort_name is
  'A copy of customers.sort_name, which triggers keep equal. With this copy a search reads its page in order from one index.';

comment on table opt_outs is
  'Each row is a customer''s stop. The stop binds the phone number and not the customer''s row (D2), so a keyed hash of the number is stored: the stop survives a merge, a new import and an erasure.';

comment on column suggestions.closed_by is
  'The attempt that completed the suggestion. If the seller reports "not sent" for that attempt, the suggestion is open again (D14).';

comment on table notices_seen is
  'Each row says that a person was shown a notice in the app. A person sees each notice once (A8).';

comment on column attempts.refused_at is
  'The instant at which the attempt was last refused because of quiet hours. A later contact from the profile in the same quiet time is marked afterRefusal.';

comment on column attempts.text is
  'The message text. The text is personal data: an erasure empties this column, and no receipt contains any of the text.';

comment on column attempts.seller_stretches is
  'The stretches of the text in which a template variable wrote the seller''s name and nothing was edited since: [{"start", "end"}] in UTF-16 code units.';

comment on column attempts.speaks_as is
  'The earlier seller whose name the text of a passed-on attempt still contains. Null means that the text names no earlier seller.';

comment on column auth."user"."active" is
  'If false, the account cannot sign in, and each of the account''s sessions ends at its next request.';

comment on column auth.session."deviceKey" is
  'The hash, in hex, of the device''s own cookie. Wrong PINs of the session are counted by this key, even if the cookie changes later. An empty key marks a session that was created and not confirmed; such a session gives no access.';

comment on table auth.known_devices is
  'Each row is a device on which the account was signed in before. Wrong passwords from such a device are counted apart, so that an attack from other devices does not lock its user out.';

comment on table auth.throttles is
  'Each row counts the sign-in tries of one account, network or device. The key is a keyed hash, so that the table contains no address in clear text.';

comment on table turns is
  'Each row says which person used a store''s device, and from when to when. A turn is over at ends_at by the host''s clock, even before ended_at is written.';

comment on column turns.touched_at is
  'The instant of the last request that moved ends_at.';

comment on column pins.digest is
  'The argon2id hash of the PIN, with the store''s salt and a key that is not in the database. The hash is equal for equal PINs of a store, so that one value both checks a PIN and finds its owner.';

comment on column pins.wrong is
  'The number of wrong PINs in a row that were typed for this person''s name, over all devices.';

comment on table pin_locks is
  'Each row is a person on a device: the number of wrong PINs in a row for this person''s name there, and whether the right PIN was ever given there.';

comment on column pin_locks.right_at is
  'The instant at which this person first gave the right PIN on this device. Null means that the right PIN was never given there. If the column has a value, the lock over all devices does not apply on this device.';

comment on table pin_waits is
  'Each row counts wrong PINs that were typed without a name. If device_key is a device''s key, the row is that device''s. Other keys are budgets: '''' is the store''s budget over all devices, and own:PERSON is the budget of a manager who unlocks the manager''s own PIN.';

comment on column pin_waits.guesses_paid_until is
  'In the row of a budget, the instant at which the last wrong PIN of the budget is paid off. The column is null in the row of a device.';

comment on column pin_waits.proven is
  'This column is not read any more. All devices of a store share one budget, whether or not a right PIN was ever given on them.';

comment on column tickets.state is
  'open: the brand waits for support. answered: support waits for the brand. closed: the ticket is settled. A message of the brand reopens an answered or closed ticket.';

comment on column tickets.version is
  'The policy version that was published for this ticket; null if none was.';

comment on column ticket_messages.version is
  'The policy version that this answer announces; null if the message announces none.';

comment on table tickets_seen is
  'Each row says up to which instant a person of the brand has read a ticket. Later messages of support count as unread.';

comment on table reveals is
  'Each row says which member of support may see an attempt''s customer unmasked, and until when. The reason is in support_access_log.';

comment on column policy_heads.calendar is
  'The timing revision: a counter that grows with each change on which the minute of a held contact depends, which are the policy''s log, the plan, and the zones and hours of the stores. A hold that was timed under another number is checked again (H6).';

comment on table holds is
  'Each row is a contact kept for later. The row is the contact''s queue entry (H1). A hold ends in one of five ways (H3), and no row is ever deleted.';

comment on column holds.due_at is
  'The instant by the app''s clock at which the hold''s next step is due: the release while the hold is waiting, the next quiet start while the hold is ready.';

comment on column holds.promised_at is
  'The minute that the seller was last told. A hold is never released before this minute (H6).';

comment on column holds.opening_at is
  'The opening from which the hold''s slot was given (P3). Null means that the seller chose the minute.';

comment on column holds.returned is
  'True if the hold was ready before and was not sent by the next quiet start (H4).';

comment on column holds.passed_by is
  'The manager who gave the hold to its present seller. If this column has a value, a later change of the portfolio does not reassign the hold.';

comment on column holds.calendar is
  'The timing revision (policy_heads.calendar) under which the hold''s minute was computed (H6).';

comment on column holds.fence is
  'The fence number, which grows with each claim and each change. A caller whose fence number is outdated changes no row.';

comment on column holds.lease_until is
  'The end of the lease by the host''s clock. Until this instant the hold belongs to the server that claimed it.';

comment on column holds.parked_at is
  'The instant at which the hold had failed too often to be tried again automatically. A parked hold delays no other hold.';

comment on column holds.event_count is
  'The number of the hold''s events in hold_events. 0 marks a row that was written before that table existed and has no events yet.';

comment on table slots is
  'Each row is a minute of a queue that was given to a hold (P3). On the handset a queue is a seller. The minute of a freed slot is not given again, unless a contact would expire before it gets another minute.';

comment on column slots.lapsed is
  'True if a change of the hours took the minute away (H6). Such a row only tells which minute was promised before; it counts for nothing, and the minute may be given again.';

comment on column ledgers.holds_created is
  'The number of holds that the brand has created. The sum of the holds that are sent, cancelled, expired, failed, unknown or waiting must be equal to it (H3).';

comment on column receipts.paced_at is
  'The instants of the seller''s contacts that the sliding limit counted, newest first (D7, P1).';

comment on column receipts.clock_unsafe is
  'True if the host''s clock had jumped when the decision was made (D8).';

comment on table push_subscriptions is
  'Each row is a device that notifies one person when contacts are ready: the last person who asked for notifications on it. The row is deleted when that person signs out on the device.';

comment on column push_subscriptions.session_id is
  'The session of the device. While another person uses the device, or used it last, no notification is sent to it.';

comment on column push_subscriptions.renewed_at is
  'The instant by the host''s clock at which the app last renewed the subscription. A subscription that was not renewed for 30 days gets no notifications.';

comment on column handovers.store_id is
  'A copy of the receipt''s store_id, so that the contacts of a day are counted from one index.';

comment on column handovers.after_warning is
  'True if the receipt says that the seller acknowledged a warning for this hand-over.';

comment on column help_answers.brand_id is
  'The brand of the reader. The zero UUID means that the reader belongs to the vendor''s support.';

comment on column support_access_log.searched is
  'The customer''s name or number as support typed it. Null means that the access was no search.';

comment on table installation is
  'The only row describes the installation. Only the owner login reads and writes it; the runtime login and the auth login have no rights on this table.';

comment on column installation.secret_fingerprint is
  'A key derived from OTO_SECRET. The secret cannot be computed from it.';

comment on column installation.former_logins is
  'Logins under earlier names that still have rights in this database, because a program was connected with them when the names changed.';

comment on table imports is
  'Each row is an import of a file that was accepted. While the state is staged, no data of the brand has changed.';

comment on column imports.undoing is
  'True if a step failed and the steps already written are being undone, the last one first. When all are undone, the state is failed.';

comment on column imports.fence is
  'The fence number, which grows each time a process takes over the import. A process whose number is outdated writes no step.';

comment on column imports.steps_done is
  'The number of steps of import_rows that are written. While undoing is true, the number of steps that are not undone yet.';

comment on table import_rows is
  'Each row is one record that an import writes. No decision reads these rows, and the rows are deleted when the import has ended.';

comment on column import_rows.before is
  'The record as it was when the import was planned. Null means that the import creates the record.';

comment on column import_rows.refuses is
  'True if the row contains a refusal of permission or a stop. Such a row is written before all other rows of the import (D2).';

comment on table hold_events is
  'Each row is one change of a held contact, in order. Rows are never changed. The row in holds is the sum of its events.';

comment on column hold_events.number is
  'The event''s number within its hold, counted from 1 without gaps.';

comment on column hold_events.kind is
  'held: the contact was kept for later, or kept again after its end. moved: the hold got another minute. ready: the hold came into the seller''s list. passed: the hold went to another seller. ended: the hold ended; a second ended event in a row corrects the reason of the first (D14). returned: the hold was ready and not sent, so it got a new minute (H4).';

comment on column hold_events.by_id is
  'The person who caused the event. Null means that no person caused it, or that the person is not known.';

comment on column hold_events.cause is
  'The cause of a move. person: a person chose the minute. refused: the release refused the contact (H2). shut: the release was late and the store had closed (H7). hours: the policy or the store''s hours changed (H6).';

comment on column hold_events.to_at is
  'The hold''s minute after this event. Null means that the minute is unchanged, or not known.';

comment on column hold_events.opening_at is
  'The opening from which the slot was given (P3). If to_at has a value and this column is null, a person chose the minute.';

comment on column hold_events.known is
  'False if the event was reconstructed from older rows because it happened before this table existed. Such an event may be incomplete or wrong.';

comment on column idempotency_keys.packed is
  'The answer as JSON, compressed with deflate; caller, customer and text of the request serve as the dictionary. The first byte is the number of the format.';

comment on column idempotency_keys.answer is
  'The answer as JSON in rows of versions that stored answers without compression. Null in all newer rows.';

comment on column idempotency_keys.created_at is
  'The instant of the request, rounded up to the full hour, so that the index by age contains each hour once.';

comment on table record_keys is
  'Each row is a public key that signs heads of the record. Only the owner login writes rows, when a server starts or `npm run migrate` runs. The rows are published unchanged.';

comment on table retiming_progress is
  'The timing revision (column calendar) under which all waiting holds of a brand were last checked (H6). If policy_heads.calendar is another number, the holds of the brand have to be checked again.';

comment on column retiming_progress.calendar is
  'A value of policy_heads.calendar. The number only grows.';

comment on table support_access_log is
  'Each row is one access of the vendor''s support to data of a brand: what was opened or searched, and why.';
