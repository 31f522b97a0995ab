/** The processor time of a machine's processes while cells run, from {@code /proc} of Linux (proc(5)). */
@NullMarked
package dev.interop.cli.cpu;

import org.jspecify.annotations.NullMarked;
