/// Who asks: mailers, their devices, sign-up, payment methods.
@NullMarked
package org.franklin.model.mailer;

import org.jspecify.annotations.NullMarked;
