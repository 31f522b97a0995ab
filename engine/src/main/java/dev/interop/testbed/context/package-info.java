/** Resources and settings that all lanes and cells of a testbed share. */
@NullMarked
package dev.interop.testbed.context;

import org.jspecify.annotations.NullMarked;
