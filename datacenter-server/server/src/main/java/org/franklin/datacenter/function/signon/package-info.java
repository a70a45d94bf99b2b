/// Who asks: sign-up of mailers, sign-on and enrolment of devices, sessions.
@NullMarked
package org.franklin.datacenter.function.signon;

import org.jspecify.annotations.NullMarked;
