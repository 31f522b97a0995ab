/** Measures whether a simulator does what its scenarios ask for, without any QUIC. */
@NullMarked
package dev.interop.cli.doctor.simulator;

import org.jspecify.annotations.NullMarked;
