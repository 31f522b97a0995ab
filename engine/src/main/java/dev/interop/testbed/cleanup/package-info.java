/** Finds and removes what a run made, also when the run itself no longer can. */
@NullMarked
package dev.interop.testbed.cleanup;

import org.jspecify.annotations.NullMarked;
