package dev.interop.protocol;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads what a client prints while it runs. For one cell; not for use by several threads at once. */
@API(status = Status.EXPERIMENTAL)
public interface ReportReader {
    /** More of the client's standard output. Quick, and never throws for what a client printed. */
    void read(byte[] bytes);

    /** The client has ended. */
    void end();
}
