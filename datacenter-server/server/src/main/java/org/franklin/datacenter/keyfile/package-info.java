/// The command that writes published keys to a file.
@NullMarked
package org.franklin.datacenter.keyfile;

import org.jspecify.annotations.NullMarked;
