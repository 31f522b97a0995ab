/** Writes cells as Allure results, for Allure's report and for the site around it. */
@NullMarked
package dev.interop.report.allure;

import org.jspecify.annotations.NullMarked;
