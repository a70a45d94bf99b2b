/// How secrets come in: typed at a terminal that does not show them, sent line by line, or written
/// in a file.
@NullMarked
package org.franklin.datacenter.keymanagement.prompt;

import org.jspecify.annotations.NullMarked;
