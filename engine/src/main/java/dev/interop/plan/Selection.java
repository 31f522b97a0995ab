package dev.interop.plan;

/**
 * Which part of the matrix is wanted.
 *
 * @param clients the rows
 * @param servers the columns
 * @param tests the test cases
 */
public record Selection(Names clients, Names servers, Names tests) {}
