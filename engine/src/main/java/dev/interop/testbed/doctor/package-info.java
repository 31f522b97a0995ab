/** Looks whether a machine has what a run needs. */
@NullMarked
package dev.interop.testbed.doctor;

import org.jspecify.annotations.NullMarked;
