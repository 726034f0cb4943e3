@NullMarked
package jp.madoguchi.simulators.center.hours;

import org.jspecify.annotations.NullMarked;
