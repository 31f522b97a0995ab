package dev.interop.cli.site;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The form of a site. */
@API(status = Status.INTERNAL)
public enum SiteForm {
    /** A folder of pages that link each other. */
    FOLDER,
    /** One file, which holds all pages. */
    SINGLE_FILE
}
