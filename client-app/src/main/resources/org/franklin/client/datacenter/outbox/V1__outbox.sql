-- What is kept between two starts: pins, keys of the Post, who signed on last.
create table setting (
    name  text primary key,
    value blob not null
) strict;

-- One row for each attempt to be charged. Money and times are whole numbers: mills, milliseconds.
-- A recovered row, which came back from the data center, has no signed bytes of its own.
create table request (
    attempt     integer primary key,
    draft       text    not null,
    serial      integer not null,
    device      integer not null,
    sequence    integer not null check (sequence > 0),
    state       text    not null
        check (state in ('RESERVED', 'SENT', 'CHARGED', 'VOIDED', 'REFUSED')),
    sends       integer not null,
    since       integer not null,
    total       integer not null,
    hash        blob    not null,
    signed      blob,
    cancel_hash blob,
    cancel      blob,
    reply       blob,
    why         text    not null default ''
) strict;

-- Number k + 1 waits for the outcome of k.
create unique index one_open on request (serial, device) where state in ('RESERVED', 'SENT');

-- A second click on a draft finds the first.
create unique index one_live on request (draft) where state in ('RESERVED', 'SENT', 'CHARGED');

-- A number has one outcome.
create unique index one_outcome on request (serial, device, sequence)
    where state in ('CHARGED', 'VOIDED');

create table piece (
    attempt  integer not null references request,
    number   integer not null,
    plan     blob    not null,
    indicium blob,
    primary key (attempt, number)
) strict, without rowid;

create table printing (
    attempt integer not null,
    number  integer not null,
    at      integer not null,
    foreign key (attempt, number) references piece
) strict;

create index printing_of on printing (attempt, number);

create table refill (
    id      text primary key,
    serial  integer not null,
    refill  blob    not null,
    amount  integer not null,
    state   text    not null check (state in ('RESERVED', 'SENT', 'CHARGED', 'REFUSED')),
    sends   integer not null,
    since   integer not null,
    reply   blob,
    counter integer,
    why     text    not null default ''
) strict;

-- One step of the meter answers one refill.
create unique index one_refill on refill (serial, counter) where counter is not null;

-- Answers that were not believed, as they came.
create table evidence (
    at     integer not null,
    about  text    not null,
    reason text    not null,
    bytes  blob    not null
) strict;
