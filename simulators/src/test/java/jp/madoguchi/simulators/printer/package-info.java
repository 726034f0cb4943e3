@NullMarked
package jp.madoguchi.simulators.printer;

import org.jspecify.annotations.NullMarked;
