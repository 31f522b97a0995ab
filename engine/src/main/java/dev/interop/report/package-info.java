/** Writers of results. They do not judge. */
@NullMarked
package dev.interop.report;

import org.jspecify.annotations.NullMarked;
