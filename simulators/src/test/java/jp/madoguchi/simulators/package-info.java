@NullMarked
package jp.madoguchi.simulators;

import org.jspecify.annotations.NullMarked;
