/// What a mailer sees of its own account and meter.
@NullMarked
package org.franklin.datacenter.function.account;

import org.jspecify.annotations.NullMarked;
