package dev.interop.report.allure;

/**
 * An attachment of a result.
 *
 * @param name the name for display
 * @param source the file's name in the folder of results
 * @param type its media type; Allure shows text and JSON, and offers anything else for download
 */
record AllureAttachment(String name, String source, String type) {}
