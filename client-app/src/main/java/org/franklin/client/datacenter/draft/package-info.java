/// What the mailer asks for and gets: drafts, and the paid pieces that come of them.
@NullMarked
package org.franklin.client.datacenter.draft;

import org.jspecify.annotations.NullMarked;
