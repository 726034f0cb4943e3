/** The papers that the simulated center issues, drawn as single-page PDFs. */
@NullMarked
package jp.madoguchi.simulators.center.pages;

import org.jspecify.annotations.NullMarked;
