/// The transaction box (42): signs and later verifies logins, funds transfers, account records.
@NullMarked
package org.franklin.box.transaction;

import org.jspecify.annotations.NullMarked;
