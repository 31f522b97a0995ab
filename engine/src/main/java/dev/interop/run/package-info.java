/** The conductor: takes a plan, hands out lanes, overlaps judging with running, tells listeners. */
@NullMarked
package dev.interop.run;

import org.jspecify.annotations.NullMarked;
