/** The judging of a recording: checks, findings, reasons, outcomes. */
@NullMarked
package dev.interop.verdict;

import org.jspecify.annotations.NullMarked;
