package dev.interop.protocol;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads the output of a running client. One instance serves one cell; not thread-safe. */
@API(status = Status.EXPERIMENTAL)
public interface ReportReader {
    /**
     * Reads more of the client's standard output. Must return quickly and never throw because of the output's content.
     */
    void read(byte[] bytes);

    /** Ends the output: the client has exited. */
    void end();
}
