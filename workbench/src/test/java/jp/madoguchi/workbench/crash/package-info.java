/** A sample of the crash campaign, and the campaign itself under test. */
@NullMarked
package jp.madoguchi.workbench.crash;

import org.jspecify.annotations.NullMarked;
