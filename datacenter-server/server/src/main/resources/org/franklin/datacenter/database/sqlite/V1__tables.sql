-- What boxes signed is kept here as they signed it; nothing in it may change.
-- Times are milliseconds since 1970, UTC; money is mills.

-- The mailer database (62). `record` is signed by the authentication box.
CREATE TABLE mailer (
    mailer    TEXT PRIMARY KEY,
    user_name TEXT NOT NULL UNIQUE,
    serial    INTEGER NOT NULL UNIQUE,
    agreement TEXT NOT NULL,
    since     INTEGER NOT NULL,
    record    BLOB NOT NULL
) STRICT;

-- Master accounts: the current record of each, and each step, both of the transaction box.
CREATE TABLE account_record (
    owner   TEXT PRIMARY KEY,
    counter INTEGER NOT NULL,
    record  BLOB NOT NULL
) STRICT;

CREATE TABLE account_step (
    owner    TEXT NOT NULL REFERENCES account_record (owner),
    counter  INTEGER NOT NULL,
    actor    INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    request  BLOB NOT NULL,
    reply    BLOB NOT NULL,
    time     INTEGER NOT NULL,
    PRIMARY KEY (owner, counter),
    UNIQUE (owner, actor, sequence)
) STRICT;

-- The meter database (60): the current record of each meter, and each step, both of the meter box.
CREATE TABLE meter_record (
    owner   INTEGER PRIMARY KEY,
    counter INTEGER NOT NULL,
    record  BLOB NOT NULL
) STRICT;

CREATE TABLE meter_step (
    owner    INTEGER NOT NULL REFERENCES meter_record (owner),
    counter  INTEGER NOT NULL,
    actor    INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    request  BLOB NOT NULL,
    reply    BLOB NOT NULL,
    time     INTEGER NOT NULL,
    PRIMARY KEY (owner, counter),
    UNIQUE (owner, actor, sequence)
) STRICT;

CREATE TABLE certificate (
    number INTEGER PRIMARY KEY,
    serial INTEGER NOT NULL,
    der    BLOB NOT NULL
) STRICT;

-- The next serial number that was never drawn; one row.
CREATE TABLE serial_number (next INTEGER NOT NULL) STRICT;
INSERT INTO serial_number VALUES (1001);

-- Payments that the sandbox processor took, with its signature.
CREATE TABLE payment (
    mailer    TEXT NOT NULL,
    number    INTEGER NOT NULL,
    refill    TEXT NOT NULL,
    serial    INTEGER NOT NULL,
    mills     INTEGER NOT NULL,
    method    TEXT NOT NULL,
    statement BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (mailer, number),
    UNIQUE (mailer, refill)
) STRICT;

-- Payments that reached their meter, and the voucher that brought them.
CREATE TABLE delivery (
    mailer  TEXT NOT NULL,
    payment INTEGER NOT NULL,
    voucher INTEGER NOT NULL,
    PRIMARY KEY (mailer, payment)
) STRICT;

-- Evidence of tampering, each kind once for each record, counted.
CREATE TABLE alarm (
    subject  TEXT NOT NULL,
    evidence TEXT NOT NULL,
    record   BLOB NOT NULL,
    first    INTEGER NOT NULL,
    last     INTEGER NOT NULL,
    times    INTEGER NOT NULL,
    PRIMARY KEY (subject, evidence, record)
) STRICT;
