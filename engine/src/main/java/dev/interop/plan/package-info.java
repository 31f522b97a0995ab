/** What will run, in which order, and why the rest does not. */
@NullMarked
package dev.interop.plan;

import org.jspecify.annotations.NullMarked;
