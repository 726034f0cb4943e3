@NullMarked
package jp.madoguchi.simulators.center;

import org.jspecify.annotations.NullMarked;
