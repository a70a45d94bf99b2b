/// The mailer's desktop program (20): its command line, and who opens which window.
@NullMarked
package org.franklin.client;

import org.jspecify.annotations.NullMarked;
