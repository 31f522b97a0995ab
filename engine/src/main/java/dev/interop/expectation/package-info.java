/** Known failing and known flaky cells: the file that names them, and how a result compares with it. */
@NullMarked
package dev.interop.expectation;

import org.jspecify.annotations.NullMarked;
