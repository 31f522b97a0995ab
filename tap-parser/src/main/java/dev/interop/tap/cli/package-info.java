/** The command. It needs what the jar with the classifier {@code cli} holds; the library does not. */
package dev.interop.tap.cli;
