/** The command line. It needs the dependencies in the jar with the classifier {@code cli}; the library does not. */
package dev.interop.tap.cli;
