/** Cells as results of Allure, for its report and for the site that is made around it. */
@NullMarked
package dev.interop.report.allure;

import org.jspecify.annotations.NullMarked;
