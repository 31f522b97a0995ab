/** Looks whether a machine has what a run needs. */
@NullMarked
package dev.interop.cli.doctor;

import org.jspecify.annotations.NullMarked;
