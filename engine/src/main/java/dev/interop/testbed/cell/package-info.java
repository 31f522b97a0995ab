/** One cell in containers: prepare, start, wait, stop, copy, record. */
@NullMarked
package dev.interop.testbed.cell;

import org.jspecify.annotations.NullMarked;
