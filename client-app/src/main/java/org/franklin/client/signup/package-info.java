/// The first run: which data center to trust, and who the mailer is.
@NullMarked
package org.franklin.client.signup;

import org.jspecify.annotations.NullMarked;
