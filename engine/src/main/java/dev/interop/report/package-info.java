/** Writers of results; each one small, none decides anything. */
@NullMarked
package dev.interop.report;

import org.jspecify.annotations.NullMarked;
