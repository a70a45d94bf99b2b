/// What the mailer writes for one piece, and the fields to write it in.
@NullMarked
package org.franklin.client.compose.form;

import org.jspecify.annotations.NullMarked;
