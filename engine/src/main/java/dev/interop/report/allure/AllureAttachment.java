package dev.interop.report.allure;

/**
 * A file that a result shows.
 *
 * @param name for people
 * @param source the file's name in the folder of results
 * @param type its media type; Allure shows text and JSON, and offers anything else for download
 */
record AllureAttachment(String name, String source, String type) {}
