/// The files of verifiers, who are given token keys of the Post.
@NullMarked
package org.franklin.datacenter.keymanagement.verifier;

import org.jspecify.annotations.NullMarked;
