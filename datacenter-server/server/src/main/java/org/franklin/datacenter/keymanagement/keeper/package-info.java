/// Keepers' own keys: how one is made, put under another passphrase, and asked for.
@NullMarked
package org.franklin.datacenter.keymanagement.keeper;

import org.jspecify.annotations.NullMarked;
