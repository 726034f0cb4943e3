@NullMarked
package jp.madoguchi.workbench;

import org.jspecify.annotations.NullMarked;
