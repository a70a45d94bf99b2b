/// The authentication box (40): proves the mailer and the device.
@NullMarked
package org.franklin.box.authentication;

import org.jspecify.annotations.NullMarked;
