/// The mailer database (62): mailers and their master accounts.
@NullMarked
package org.franklin.datacenter.database.mailer;

import org.jspecify.annotations.NullMarked;
