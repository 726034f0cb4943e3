@NullMarked
package jp.madoguchi.workbench.papers;

import org.jspecify.annotations.NullMarked;
