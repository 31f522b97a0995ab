/** Checks whether a machine can execute a run. */
@NullMarked
package dev.interop.cli.doctor;

import org.jspecify.annotations.NullMarked;
