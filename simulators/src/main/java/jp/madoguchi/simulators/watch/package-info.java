/** State that several threads change and a workbench looks at. */
@NullMarked
package jp.madoguchi.simulators.watch;

import org.jspecify.annotations.NullMarked;
