-- A device on which a person gave the right PIN before stays open to that person, however many wrong PINs others typed
-- for them on other devices. Wrong PINs without a name have one budget per store, over all devices.

alter table pin_locks add column right_at timestamptz;
comment on column pin_locks.right_at is 'When this person first gave the right PIN on this device. Null: never. The lock over all devices does not hold here.';
comment on table pin_locks is 'A person on a device: wrong PINs in a row for this name, and whether the right one was ever given.';
comment on table pin_waits is 'Wrong PINs without a name, by device. Other keys than a device''s are budgets: '''' is the store''s over all devices, own:PERSON that of a manager who frees their own PIN.';
comment on column pin_waits.guesses_paid_until is 'Of a budget: when the last of its wrong PINs is paid off. Null on the row of a device.';
comment on column pin_waits.proven is 'No longer read: devices share one budget, whether or not a PIN was ever right on them.';
-- Until now the row '''' counted only the devices without a right PIN, at another pace.
update pin_waits set guesses_paid_until = null;

grant update (right_at) on pin_locks to oto_runtime;
