package dev.interop.protocol;

/** Reads what a client prints while it runs. For one cell; not for use by several threads at once. */
public interface ReportReader {
    /** More of the client's standard output. Quick, and never throws for what a client printed. */
    void read(byte[] bytes);

    /** The client has ended. */
    void end();
}
