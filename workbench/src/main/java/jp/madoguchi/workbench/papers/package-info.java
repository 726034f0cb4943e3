/** Every certificate with every choice, issued to every resident: to look at, and to hold against the registers. */
@NullMarked
package jp.madoguchi.workbench.papers;

import org.jspecify.annotations.NullMarked;
