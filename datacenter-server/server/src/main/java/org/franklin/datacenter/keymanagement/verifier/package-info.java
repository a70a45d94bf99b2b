/// Verifiers of the Post: the files of their keys, and how they check tokens with these.
@NullMarked
package org.franklin.datacenter.keymanagement.verifier;

import org.jspecify.annotations.NullMarked;
