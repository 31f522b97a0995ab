package dev.interop.protocol;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A test case by which a check of one image examines a requirement of its contract that no test case of the matrix needs, or
 * that a failed one would not attribute to this image.
 *
 * @param rule the requirement, in a few words
 * @param section its section of {@code docs/contract.md}, such as {@code 5.1}, or of the protocol's own contract
 * @param test the test case, with a name that no test case of the matrix has
 */
@API(status = Status.EXPERIMENTAL)
public record ContractCase(String rule, String section, TestCase test) {}
