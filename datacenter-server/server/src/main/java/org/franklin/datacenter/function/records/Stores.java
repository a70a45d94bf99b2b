package org.franklin.datacenter.function.records;

import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.database.mailer.MailerDatabase;
import org.franklin.datacenter.database.meter.MeterDatabase;

/// The database (36) with its two parts.
public record Stores(Database database, MailerDatabase mailers, MeterDatabase meters) {}
