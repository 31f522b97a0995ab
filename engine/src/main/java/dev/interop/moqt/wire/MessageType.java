package dev.interop.moqt.wire;

/** Message types that several classes use; the table of each draft is in its {@link MessageGrammar}. */
final class MessageType {
    static final long SUBSCRIBE = 0x03;
    static final long SUBSCRIBE_OK = 0x04;
    /** SUBSCRIBE_ERROR in draft 14, REQUEST_ERROR since. */
    static final long REQUEST_ERROR = 0x05;

    static final long PUBLISH_NAMESPACE = 0x06;
    /** PUBLISH_NAMESPACE_OK in draft 14, REQUEST_OK since. */
    static final long REQUEST_OK = 0x07;
    /** Draft 14; NAMESPACE since. */
    static final long PUBLISH_NAMESPACE_ERROR = 0x08;
    /** Up to draft 16. */
    static final long PUBLISH_NAMESPACE_DONE = 0x09;
    /** Up to draft 16. */
    static final long SUBSCRIBE_NAMESPACE = 0x11;
    /** Draft 14. */
    static final long SUBSCRIBE_NAMESPACE_OK = 0x12;
    /** Draft 14. */
    static final long SUBSCRIBE_NAMESPACE_ERROR = 0x13;
    /** Up to draft 16. */
    static final long CLIENT_SETUP = 0x20;
    /** Up to draft 16. */
    static final long SERVER_SETUP = 0x21;
    /** Since draft 18. */
    static final long SUBSCRIBE_NAMESPACE_18 = 0x50;
    /** Since draft 17. */
    static final long SETUP = 0x2f00;

    private MessageType() {}
}
