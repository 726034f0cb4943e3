/** A sample of the campaign, and the campaign itself under test. */
@NullMarked
package jp.madoguchi.workbench.campaign;

import org.jspecify.annotations.NullMarked;
