/** End to end, with counterparts that nobody here has written, each program in a process of its own. */
@NullMarked
package jp.madoguchi.workbench.real;

import org.jspecify.annotations.NullMarked;
