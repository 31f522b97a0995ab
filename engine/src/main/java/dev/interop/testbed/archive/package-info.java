/** Archives into containers, and out of containers that nobody trusts. */
@NullMarked
package dev.interop.testbed.archive;

import org.jspecify.annotations.NullMarked;
