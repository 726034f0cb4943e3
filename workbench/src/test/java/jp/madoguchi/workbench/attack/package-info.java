@NullMarked
package jp.madoguchi.workbench.attack;

import org.jspecify.annotations.NullMarked;
