/** Finds and removes what a run created, even if the run was killed. */
@NullMarked
package dev.interop.testbed.cleanup;

import org.jspecify.annotations.NullMarked;
